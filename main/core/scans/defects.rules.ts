/** Which defects of a page still stand, and what 「自动整理」 would do about them. */
import {
  MOST_STRAIGHTENED_DEGREES,
  withOffered,
  type CopyFacts,
  type Defect,
  type DefectKind,
  type Mend,
} from '#model/scan.ts';

/** What can be answered 「不是问题」, or 「保持」 of a copy over the cap. */
export type Dismissible = DefectKind | 'over-cap';

/** Whether what would mend it was done, with whatever numbers the person chose. */
function isMended({ mend }: Defect, done: Mend): boolean {
  if (!mend) return false;
  return (
    (mend.turn === undefined || done.turn !== 0) &&
    (mend.straightenDegrees === undefined || done.straightenDegrees !== 0) &&
    (mend.crop === undefined || done.crop !== null) &&
    (mend.levels === undefined || done.levels !== null)
  );
}

export function standingDefects(
  defects: readonly Defect[],
  mend: Mend,
  dismissed: readonly Dismissible[],
): readonly Defect[] {
  return defects.filter((defect) => !dismissed.includes(defect.kind) && !isMended(defect, mend));
}

/** The page's mend with what would mend its standing defects; a large angle is asked about, never proposed (ux 3.7). */
export function proposedMend(defects: readonly Defect[], mend: Mend, dismissed: readonly Dismissible[]): Mend {
  let proposed = mend;
  for (const { mend: part } of standingDefects(defects, mend, dismissed)) {
    if (!part || Math.abs(part.straightenDegrees ?? 0) > MOST_STRAIGHTENED_DEGREES) continue;
    proposed = withOffered(proposed, part);
  }
  return proposed;
}

type Judged = Readonly<{
  state: 'waiting' | 'ready' | 'unreadable';
  isLost: boolean;
  defects: readonly Defect[];
  mend: Mend;
  dismissed: readonly Dismissible[];
  copy: Readonly<{ facts: CopyFacts }> | null;
}>;

/** Whether somebody has to look at it. */
export function hasTrouble({ state, isLost, defects, mend, dismissed, copy }: Judged): boolean {
  if (state === 'unreadable' || isLost) return true;
  return (
    standingDefects(defects, mend, dismissed).length > 0 ||
    ((copy?.facts.isOverCap ?? false) && !dismissed.includes('over-cap'))
  );
}
