/** The lines of a return, kept up with the findings while the draft holds what a person did with them. */
import { useMemo, useState } from 'react';
import { linesFromFindings, moveLine, removeLine, type ReturnLine } from '#model/return-letter.ts';
import type { ModuleId } from '#model/modules.ts';
import { addOwnLine, editLine, excludeFinding, includeAll, includeLine, listLines, unwritten } from './return-list.ts';
import type { ListedLine } from './return-list.ts';
import type { Found } from './finding-list.ts';
import type { DraftState } from './use-draft.ts';

export type ReturnState = Readonly<{
  lines: readonly ReturnLine[];
  listed: readonly ListedLine[];
  /** how many stand in the letter */
  count: number;
  /** ■ and ▲ that the letter leaves out, and nobody said that this is meant */
  missing: readonly Found[];
  /** the line that is being written */
  editing: string | null;
  isWritten(findingKey: string): boolean;
  edit(id: string | null): void;
  write(findingKey: string, isIncluded: boolean): void;
  include(id: string, isIncluded: boolean): void;
  includeAll(): void;
  includeMissing(): void;
  /** 「不写，我已看过」 */
  leaveOut(): void;
  move(id: string, by: -1 | 1): void;
  change(id: string, change: Readonly<{ text?: string; moduleId?: ModuleId | null }>): void;
  /** Opens a new line to be written; of a phrase, already written. */
  add(moduleId: ModuleId | null, text?: string): void;
  /** The words as they were found again. */
  revert(id: string): void;
  remove(id: string): void;
  /** the line that was taken out just now */
  removed: ReturnLine | null;
  restore(): void;
  /** A finding was answered: it is not asked of the applicant any more. */
  answered(findingKey: string): void;
}>;

export function useReturn(findings: readonly Found[], draft: DraftState): ReturnState {
  const [editing, setEditing] = useState<string | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<ReturnLine | null>(null);
  const merged = useMemo(() => linesFromFindings(findings, draft.lines), [findings, draft.lines]);
  const { solved } = merged;
  // what was opened and left without a word was never a line
  const lines = useMemo(
    () => merged.lines.filter((line) => line.id === editing || !isEmptyOwn(line)),
    [merged, editing],
  );
  const listed = useMemo(() => listLines(lines, solved, findings), [lines, solved, findings]);
  const missing = unwritten(lines, findings).filter(({ key }) => !leftOut.has(key));
  const put = (next: readonly ReturnLine[]) => {
    setRemoved(null);
    draft.change({ lines: next });
  };
  const idOf = (findingKey: string) => lines.find((line) => line.findingKey === findingKey)?.id ?? '';

  return {
    lines,
    listed,
    count: listed.filter(({ number }) => number !== null).length,
    missing,
    editing,
    isWritten: (key) => lines.some((line) => line.findingKey === key && line.isIncluded),
    edit: setEditing,
    write: (key, isIncluded) => put(includeLine(lines, idOf(key), isIncluded)),
    include: (id, isIncluded) => put(includeLine(lines, id, isIncluded)),
    includeAll: () => put(includeAll({ lines, solved }, null)),
    includeMissing: () => put(includeAll({ lines, solved }, new Set(missing.map(({ key }) => key)))),
    leaveOut: () => setLeftOut(new Set([...leftOut, ...missing.map(({ key }) => key)])),
    move: (id, by) => put(moveLine(lines, id, by)),
    change: (id, change) => put(editLine(lines, id, change)),
    add(moduleId, text = '') {
      const id = `own:${crypto.randomUUID()}`;
      const written = lines.filter((line) => !isEmptyOwn(line));
      const next = addOwnLine(written, { id, moduleId, text });
      if (!next) return;
      put(next);
      setEditing(text === '' ? id : null);
    },
    revert: (id) => put(lines.map((line) => (line.id === id ? { ...line, isEdited: false } : line))),
    remove(id) {
      setEditing(null);
      put(removeLine(findings, lines, id));
      setRemoved(lines.find((line) => line.id === id) ?? null);
    },
    removed,
    restore() {
      if (!removed) return;
      put([...lines.filter(({ id }) => id !== removed.id), removed]);
    },
    answered: (key) => {
      if (draft.lines.some(({ findingKey }) => findingKey === key)) put(excludeFinding(lines, key));
    },
  };
}

function isEmptyOwn({ findingKey, text }: ReturnLine): boolean {
  return findingKey === null && text.trim() === '';
}
