/** 「基层单位意见」: the form on the left, the finished text on the right, one person after the other (ux 3.5). */
import type { OpinionFacts } from '#model/opinion-text.ts';
import { api, useQuery } from '../../client/index.ts';
import { ErrorBlock, LoadingBlock } from '../../ui/blocks.tsx';
import { troubleOf } from '../../ui/trouble.ts';
import { useDetail } from '../application/index.ts';
import { OpinionDesk } from './opinion-desk.tsx';
import type { OpinionPlace } from './opinion-top.tsx';
import type { OpinionPerson } from './types.ts';
import type { Submitted } from './use-submit.ts';
import { OPINION_TROUBLES } from './words.ts';
import './opinion.css';

export type OpinionScreenProps = Readonly<{
  id: string;
  place: OpinionPlace;
  /** those whose opinions are written, in order */
  people: readonly OpinionPerson[];
  /** handed in last, so that it can be said on the next person's page */
  submitted: Submitted | null;
  onSubmitted(submitted: Submitted): void;
  /** to the notice that the sentence is taken from; null: nothing was posted yet */
  onPublicity(record: OpinionFacts['publicity']): void;
}>;

/** Keyed by the application: nothing of one person is ever left on screen for the next. */
export function OpinionScreen(props: OpinionScreenProps) {
  const { id, place } = props;
  const opinion = useQuery(`opinion:${id}`, () => api.opinion.get({ applicationId: id }), {
    refetchOn: {
      'applications.changed': ({ ids }) => ids === null || ids.includes(id),
      'publicity.changed': true,
      'unit.changed': true,
    },
  });
  const detail = useDetail(id).value;
  if (opinion.error && !opinion.value) {
    const trouble = troubleOf(opinion.error, OPINION_TROUBLES);
    const isGone = opinion.error.code === 'not-found';
    return (
      <ErrorBlock
        text={trouble.happened}
        second={trouble.meaning + trouble.advice}
        onRetry={isGone ? place.onClose : opinion.refetch}
        retryWord={isGone ? '回到申报审核' : '再试一次'}
      />
    );
  }
  if (!opinion.value || !detail) return <LoadingBlock />;
  return <OpinionDesk key={id} {...props} opinion={opinion.value} detail={detail} />;
}
