/** The papers of the unit and of its notices. */
import type { Application } from '#model/application.ts';
import { formatMonthDay } from '#model/beijing-time.ts';
import { TEMPLATE_NAMES, type PaperRef, type UnitPaper } from '#model/paper.ts';
import { presentTitle } from '#model/present-title.ts';
import { ok } from '#model/result.ts';
import { cityCutoff, countYearsInPost, type GivenPeriod } from '#model/years-in-post.ts';
import { postedNotices, type PostedNotice } from '../publicity/publicity.service.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import { bagLabels } from './documents/bag-cover.ts';
import { filed, recordsOf } from './documents/filed.ts';
import { roster, type RosterPerson } from './documents/roster.ts';
import { summary } from './documents/summary.ts';
import { fingerprintOf, type Draft, type Trouble } from './draft.ts';
import type { PapersDeps } from './office.ts';
import { readAll, receiverOf, recommended, saidOf } from './recommended.ts';
import { noticeInput, objectionInputs, unitInput } from './template-inputs.ts';
import { templated } from './templated.ts';
import { personInput } from './templates/person-input.ts';

export function unitDrafts(deps: PapersDeps): readonly Draft[] {
  const enrolment = deps.unit.enrolment();
  if (!enrolment) return [];
  const notices = postedNotices(deps.archive.db);
  return [
    ...listDrafts(deps, enrolment, notices),
    ...notices.flatMap((notice) => noticeDrafts(deps, enrolment, notice)),
  ];
}

type Named = Readonly<{
  kind: UnitPaper;
  subjectId: string | null;
  who: string;
  name: string;
  problem: Trouble | null;
}>;

function common({ kind, subjectId, who, name, problem }: Named) {
  const ref: PaperRef = { kind, subjectId };
  return { ref, who, name, title: '', copies: [], problem, isTooEarly: false } as const satisfies Partial<Draft>;
}

const NOBODY: Trouble = { problem: 'nobody', detail: '' };

function listDrafts(deps: PapersDeps, enrolment: Enrolment, notices: readonly PostedNotice[]): readonly Draft[] {
  const { unit, year } = enrolment;
  const entries = recommended(deps);
  const ids = entries.map(({ digest }) => digest.id);
  const people = fingerprintOf(entries.map(saidOf));
  const problem = entries.length === 0 ? NOBODY : null;
  const seriesOrder = deps.guide?.titles.map(({ name }) => name) ?? [];
  const own = (kind: UnitPaper, name: string) => common({ kind, subjectId: null, who: '', name, problem });
  const told = { unit: unitInput(enrolment), receiver: receiverOf(enrolment), on: null };
  const publicity = publicityTold(ids, notices);
  const personInputs = () => readAll(deps, ids).map(personInput);
  return [
    {
      ...own('roster', '推荐人员一览表'),
      fingerprint: fingerprintOf([unit, people]),
      compose: async () =>
        ok({ sections: roster({ unit, people: readAll(deps, ids).map(rosterPerson), seriesOrder }), docx: null }),
    },
    {
      ...own('summary', '申报情况汇总表'),
      fingerprint: fingerprintOf([unit, year, people]),
      compose: async () =>
        ok({ sections: summary({ unit, year, applications: readAll(deps, ids), seriesOrder }), docx: null }),
    },
    {
      ...own('bag-labels', '档案袋标签'),
      fingerprint: fingerprintOf([unit, people]),
      compose: async () => {
        const labels = readAll(deps, ids).map((application) => {
          const materials = deps.intake
            .copied(application)
            .map(({ copies, ...material }) => ({ ...material, pages: copies }));
          return { application, unit, materials };
        });
        return ok({ sections: bagLabels(labels), docx: null });
      },
    },
    {
      ...own('unit-report', TEMPLATE_NAMES['unit-report']),
      ...templated(deps, 'unit-report', {
        key: [told, publicity, people],
        input: () => ({ ...told, ...publicity, people: personInputs() }),
      }),
    },
    {
      ...own('situation-statement', TEMPLATE_NAMES['situation-statement']),
      // why its own way is not open, and by which rule, only the unit knows: it is written into the .docx
      ...templated(deps, 'situation-statement', {
        key: [told, people],
        input: () => ({ ...told, reason: '', basis: '', people: personInputs() }),
      }),
    },
  ];
}

/** The notices on which somebody of them stands, oldest first, and how many objections were raised to them. */
function publicityTold(people: readonly string[], posted: readonly PostedNotice[]) {
  const ids = new Set(people);
  const notices = posted.toReversed().flatMap(({ postedOn, endsOn, facts, members }) => {
    const count = members.filter(({ applicationId, leftAt }) => leftAt === null && ids.has(applicationId)).length;
    return count === 0 ? [] : [{ postedOn, endsOn, place: facts.place, people: count }];
  });
  const raised = posted.flatMap(({ objections }) => objections.filter(({ applicationId }) => ids.has(applicationId)));
  return { notices, objections: raised.length };
}

function rosterPerson(application: Application): RosterPerson {
  const held = presentTitle(application);
  const since = filed(held ?? undefined, 'appointedOn') || filed(held ?? undefined, 'obtainedOn');
  const work = recordsOf(application, 'work').map((record) => ({
    from: filed(record, 'from'),
    to: filed(record, 'to'),
  }));
  return {
    application,
    heldRecordId: held?.id ?? null,
    yearsInProfession: yearsOf(application, work),
    yearsInTitle: yearsOf(application, [{ from: since }]),
  };
}

/** Whole years to 31 December (Q6); '' where they cannot be counted or the last day decides. */
function yearsOf({ year }: Application, periods: readonly GivenPeriod[]): string {
  const given = periods.filter(({ from }) => from !== '');
  const counted = given.length === 0 ? null : countYearsInPost({ periods: given, cutoff: cityCutoff(year) });
  return counted?.ok && !counted.value.isAmbiguous ? String(counted.value.years) : '';
}

function noticeDrafts(deps: PapersDeps, enrolment: Enrolment, notice: PostedNotice): readonly Draft[] {
  const { calendar, applications } = deps;
  const here = notice.members.flatMap((member) => {
    const entry = member.leftAt === null ? applications.entry(member.applicationId) : undefined;
    return entry ? [{ ...member, said: saidOf(entry) }] : [];
  });
  const concluded = here.flatMap(({ applicationId, said, outcome, concludedAt }) =>
    outcome !== null && concludedAt !== null ? [{ applicationId, said, outcome }] : [],
  );
  const told = { unit: unitInput(enrolment), notice: noticeInput(calendar, notice) };
  const objections = objectionInputs(notice);
  const who = `${formatMonthDay(notice.postedOn)} ${here.length}人`;
  const own = (kind: UnitPaper, name: string, problem: Trouble | null) =>
    common({ kind, subjectId: notice.id, who, name, problem });
  const isOpen = concluded.length < here.length || here.length === 0;
  const { photos } = notice;
  const record: Draft = {
    ...own('objection-record', TEMPLATE_NAMES['objection-record'], null),
    ...templated(deps, 'objection-record', {
      key: [told, objections],
      input: () => ({ ...told, objections, on: null }),
    }),
  };
  return [
    {
      ...own('publicity-notice', TEMPLATE_NAMES['publicity-notice'], here.length === 0 ? NOBODY : null),
      ...templated(deps, 'publicity-notice', {
        key: [told, here.map(({ said }) => said)],
        input: () => ({
          ...told,
          people: readAll(
            deps,
            here.map(({ applicationId }) => applicationId),
          ).map(personInput),
        }),
      }),
    },
    ...(objections.length === 0 ? [] : [record]),
    {
      ...own('notice-proof', TEMPLATE_NAMES['notice-proof'], isOpen ? { problem: 'no-conclusion', detail: '' } : null),
      ...templated(deps, 'notice-proof', {
        key: [told, concluded, objections, photos],
        input: () => ({ ...told, people: concluded.flatMap(withOutcome), objections, photos, on: null }),
      }),
    },
  ];

  function withOutcome({ applicationId, outcome }: (typeof concluded)[number]) {
    const application = applications.read(applicationId);
    return application ? [{ ...personInput(application), outcome }] : [];
  }
}
