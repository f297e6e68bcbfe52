/** The three groups as one list of lines, so that 20,000 rows cost what is looked at. */
import { leftOutWords } from '#model/batch.ts';
import type { BatchPreview, LeftOut, WillRow } from './types.ts';

export type Group = 'will' | 'single' | 'cannot';
export type PreviewLine =
  | Readonly<{ kind: 'head'; group: Group; count: number }>
  | Readonly<{ kind: 'will'; row: WillRow }>
  | Readonly<{ kind: 'out'; group: 'single' | 'cannot'; row: LeftOut; reason: string }>;

export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  will: '将办理',
  single: '须单个办理',
  cannot: '不能办理',
};

/** What is to be done first, then what needs a person, then what cannot be done; empty groups say so. */
export function previewLines({ will, single, cannot }: BatchPreview): readonly PreviewLine[] {
  return [
    { kind: 'head', group: 'will', count: will.length },
    ...will.map((row) => ({ kind: 'will', row }) as const),
    ...outLines('single', single),
    ...outLines('cannot', cannot),
  ];
}

function outLines(group: 'single' | 'cannot', rows: readonly LeftOut[]): readonly PreviewLine[] {
  if (rows.length === 0) return [];
  return [
    { kind: 'head', group, count: rows.length },
    ...rows.map((row) => ({ kind: 'out', group, row, reason: leftOutWords(row) }) as const),
  ];
}

/** The next line that is a row, going on in the direction of the step; where one stands when there is none. */
export function stepped(lines: readonly PreviewLine[], at: number, step: number): number {
  const direction = Math.sign(step);
  let next = Math.max(0, Math.min(lines.length - 1, at + step));
  while (lines[next]?.kind === 'head') next += direction;
  return lines[next] ? next : at;
}
