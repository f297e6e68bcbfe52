/** The desk: everything put together, once. Hosts know this and nothing else of the core. */
import path from 'node:path';
import { contract } from '#contract/index.ts';
import type { Ports } from '#ports/index.ts';
import { createAccess, type Access } from './access/access.service.ts';
import { createAccessHandlers } from './access/access.handlers.ts';
import { createApplicationsHandlers } from './applications/applications.handlers.ts';
import { createBatchHandlers } from './batch/batch.handlers.ts';
import { createDraftsHandlers } from './drafts/drafts.handlers.ts';
import { createEventBus, type EventBus } from './event-bus.ts';
import { createFindingsHandlers } from './findings/findings.handlers.ts';
import type { Opened } from './office.ts';
import { loadCalendar } from './reference/calendar.repository.ts';
import type { LiveCalendar } from './reference/live-calendar.ts';
import { createOpinionHandlers } from './opinion/opinion.handlers.ts';
import { createPapersHandlers } from './papers/papers.handlers.ts';
import { createPhrasesHandlers } from './phrases/phrases.handlers.ts';
import { createPublicityHandlers } from './publicity/publicity.handlers.ts';
import { createReferenceHandlers } from './reference/reference.handlers.ts';
import { newestGuide } from './reference/reference.service.ts';
import { createReviewHandlers } from './review/review.handlers.ts';
import { createRouter, type Dispatch } from './router.ts';
import { createScansHandlers } from './scans/scans.handlers.ts';
import { createServe } from './serve.ts';
import { startServices, type Services } from './services.ts';
import { createSettingsHandlers } from './settings/settings.handlers.ts';
import { createSyncHandlers } from './sync/sync.handlers.ts';
import { createUnitHandlers } from './unit/unit.handlers.ts';

export type Desk = Readonly<{
  dispatch: Dispatch;
  events: EventBus;
  /** The window's files and, by a session's token, its scans and downloads. */
  serve(request: Request): Promise<Response>;
  /** Locks and releases everything; resolves when nothing runs any more. */
  close(): Promise<void>;
}>;

export async function openDesk(ports: Ports): Promise<Desk> {
  const events = createEventBus();
  const live = await loadCalendar(path.join(ports.paths.resources, 'calendar'), ports.log);
  const guide = await newestGuide(path.join(ports.paths.resources, 'reference'), ports.log);
  let services: Services | null = null;

  const access = createAccess({
    ports,
    async onOpened(opened: Opened) {
      services = startServices({
        ...opened,
        ports,
        publish: events.publish,
        live,
        guide,
        rememberSummary: access.rememberSummary,
      });
      await services.remember();
      events.publish('access.changed', { state: 'unlocked' });
    },
    async onClosing() {
      const closing = services;
      services = null;
      ports.files.clear();
      await closing?.stop().then(ports.jobs.endAll);
      events.publish('access.changed', { state: 'locked' });
    },
  });

  function office(): Services {
    if (!services) throw new Error('the archive is locked');
    return services;
  }

  const handlers = createHandlers(office, { access, resources: ports.paths.resources, live });
  return {
    dispatch: createRouter(contract, handlers, {
      isUnlocked: () => services !== null,
      onBug: (error, incident, method) => ports.log.error('dispatch.bug', error, { incident, method }),
    }),
    events,
    serve: createServe({
      rendererDir: ports.paths.renderer,
      scanByToken: async (token) => (services ? services.scans.open(token) : null),
      downloadByToken: async (token) => (services ? services.downloads.open(token) : null),
    }),
    close: () => access.lock(),
  };
}

type HandlerParts = Readonly<{ access: Access; resources: string; live: LiveCalendar }>;

function createHandlers(office: () => Services, { access, resources, live }: HandlerParts) {
  return {
    access: createAccessHandlers(access),
    unit: createUnitHandlers(office),
    applications: createApplicationsHandlers(office),
    review: createReviewHandlers(office),
    findings: createFindingsHandlers(office),
    opinion: createOpinionHandlers(office),
    publicity: createPublicityHandlers(office),
    batch: createBatchHandlers(office),
    phrases: createPhrasesHandlers(office),
    scans: createScansHandlers(office),
    papers: createPapersHandlers(office),
    drafts: createDraftsHandlers(office),
    sync: createSyncHandlers(office),
    settings: createSettingsHandlers(office),
    reference: createReferenceHandlers(resources, live.calendar, office),
  };
}
