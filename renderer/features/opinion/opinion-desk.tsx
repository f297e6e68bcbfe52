/** One person's opinion: written, or handed in and read until somebody wants to change it. */
import { useState } from 'react';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import type { Detail } from '../application/index.ts';
import { EditDesk } from './edit-desk.tsx';
import type { OpinionScreenProps } from './opinion-screen.tsx';
import { OpinionTop } from './opinion-top.tsx';
import { ReadDesk } from './read-desk.tsx';
import type { Opinion } from './types.ts';

export type DeskProps = OpinionScreenProps & Readonly<{ opinion: Opinion; detail: Detail }>;

export function OpinionDesk(props: DeskProps) {
  const { opinion, detail, place } = props;
  const [isChanging, setChanging] = useState(false);
  const standing = detail.unitForms.opinion;
  const isOpen = opinion.notNow === null && (standing === null || opinion.isDraft || isChanging);
  useHotKeys({ 'mod+j': place.onNext, f8: place.onNext, f7: place.onPrevious, esc: place.onClose });
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
