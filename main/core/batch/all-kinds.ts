import type { Db } from '#archive/db.ts';
import type { BatchKindName } from '#model/batch.ts';
import type { Applications } from '../applications/applications.service.ts';
import { readDraft } from '../drafts/drafts.service.ts';
import type { Publish } from '../event-bus.ts';
import type { Review } from '../review/review.service.ts';
import { createApproving, createReturning } from './deciding.ts';
import { createConcluding, createSubmitting, type Conclusions, type Opinions } from './forms.ts';
import type { BatchKind } from './kinds.ts';

type Deps = Readonly<{
  db: Db;
  applications: Pick<Applications, 'gapsOf'>;
  review: Pick<Review, 'decideAll'>;
  opinion: Opinions;
  publicity: Conclusions;
  publish: Publish;
}>;

/** Every kind of batch, each through the same use cases as the single act. */
export function createBatchKinds(deps: Deps): Readonly<Record<BatchKindName, BatchKind>> {
  const { db, applications, review, opinion, publicity, publish } = deps;
  return {
    approve: createApproving({ applications, review }),
    return: createReturning({ review, linesOf: (id) => readDraft(db, 'review', id)?.content.lines ?? [] }),
    opinion: createSubmitting(opinion),
    conclude: createConcluding(publicity, () => publish('publicity.changed', {})),
  };
}
