/** One person's opinion: written, or handed in and read until somebody wants to change it. */
import { useState } from 'react';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import type { Detail } from '../application/index.ts';
import { EditDesk } from './edit-desk.tsx';
import type { OpinionScreenProps } from './opinion-screen.tsx';
import { OpinionTop } from './opinion-top.tsx';
import { ReadDesk } from './read-desk.tsx';
import type { Opinion } from './types.ts';
import { takeTyped } from './use-opinion-form.ts';

export type DeskProps = OpinionScreenProps & Readonly<{ opinion: Opinion; detail: Detail }>;

export function OpinionDesk(props: DeskProps) {
  const { opinion, detail, place } = props;
  const [isChanging, setChanging] = useState(false);
  const standing = detail.unitForms.opinion;
  const isOpen = opinion.notNow === null && (standing === null || opinion.isDraft || isChanging);
  const leave = (go: () => void) => () => {
    takeTyped();
    go();
  };
  useHotKeys({
    'mod+j': leave(place.onNext),
    f8: leave(place.onNext),
    f7: leave(place.onPrevious),
    esc: leave(place.onClose),
  });
  return (
    <main className="opinion" aria-label="基层单位意见">
      <OpinionTop person={opinion.facts} row={detail.row} place={place} />
      {isOpen ? (
        <EditDesk {...props} onDropped={() => setChanging(false)} />
      ) : (
        <ReadDesk {...props} onChange={() => setChanging(true)} />
      )}
    </main>
  );
}
