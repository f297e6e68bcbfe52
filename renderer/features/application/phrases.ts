/** 常用语 as the menu offers them: those of the module at hand first, in each group the most used first. */
import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';
import { moduleDef, type ModuleId } from '#model/modules.ts';

export type Phrase = z.output<AppContract['phrases']['list']['output']>['phrases'][number];
export type PhraseGroup = Readonly<{ title: string; phrases: readonly Phrase[] }>;

export function groupPhrases(phrases: readonly Phrase[], moduleId: ModuleId | null): readonly PhraseGroup[] {
  const sorted = phrases.toSorted((a, b) => b.usedCount - a.usedCount || (b.usedAt ?? 0) - (a.usedAt ?? 0));
  const groups = [
    {
      title: moduleId === null ? '' : moduleDef(moduleId).shortName,
      phrases: sorted.filter((phrase) => phrase.moduleId !== null && phrase.moduleId === moduleId),
    },
    { title: '通用', phrases: sorted.filter((phrase) => phrase.moduleId === null) },
    {
      title: '其他模块',
      phrases: sorted.filter((phrase) => phrase.moduleId !== null && phrase.moduleId !== moduleId),
    },
  ];
  return groups.filter((group) => group.phrases.length > 0);
}

/** Put in where the caret stands, in place of what is chosen; `caret` is where it stands afterwards. */
export function insertAt(
  text: string,
  phrase: string,
  selection: Readonly<{ start: number; end: number }>,
): Readonly<{ text: string; caret: number }> {
  const before = text.slice(0, selection.start);
  return { text: before + phrase + text.slice(selection.end), caret: before.length + phrase.length };
}
