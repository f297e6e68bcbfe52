/** The jobs `checkTemplate` and `fillTemplate`. */
import type { Placeholder, TemplateProblem } from '#model/paper.ts';
import { ok } from '#model/result.ts';
import type { JobTable, TemplateData } from '#ports/jobs.ts';
import type { Section } from '#ports/paper-document.ts';
import { openPackage, type Package } from './package.ts';
import { readDocument } from './read/document.ts';
import { wordsOfSections } from './read/words.ts';
import {
  brokenProblems,
  hasTooManyTags,
  FilledTooLarge,
  placeholderProblems,
  problem,
  readTemplate,
  type Template,
} from './template.ts';
import { XmlTooLarge } from './xml.ts';

const MAX_PROBLEMS = 100;

type Checked = Readonly<{ problems: readonly TemplateProblem[]; parts: Package; template: Template | null }>;

async function checked(bytes: Uint8Array, placeholders: readonly Placeholder[]): Promise<Checked> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return nothing([problem('unreadable', opened.error.code, '')]);
  const parts = opened.value;
  if (hasTooManyTags(parts)) return nothing([problem('unreadable', 'too-large', '')]);
  try {
    const { sections, warnings } = readDocument(parts);
    const template = readTemplate(parts);
    const problems = [
      ...placeholderProblems(template.tags, placeholders),
      ...fullWidth(wordsOfSections(sections), placeholders),
    ];
    return { problems: [...problems, ...warnings].slice(0, MAX_PROBLEMS), parts, template };
  } catch (error) {
    if (error instanceof XmlTooLarge) return nothing([problem('unreadable', 'too-large', '')]);
    return nothing(brokenProblems(error).slice(0, MAX_PROBLEMS));
  }
}

function nothing(problems: readonly TemplateProblem[]): Checked {
  return { problems, parts: new Map(), template: null };
}

/** 「｛单位名称｝」: what a Chinese keyboard gives, and no placeholder. */
function fullWidth(words: string, placeholders: readonly Placeholder[]): readonly TemplateProblem[] {
  const names = new Set(placeholders.map(({ name }) => name));
  const found = [...words.matchAll(/[{｛]\s{0,2}[#/^]?\s{0,2}([^\s{}｛｝]{1,30})\s{0,2}[}｝]/gu)];
  return found
    .filter(([whole, name = '']) => /[｛｝]/u.test(whole) && names.has(name))
    .map(([whole]) => problem('broken-placeholder', 'full-width', whole));
}

function isWarning({ code }: TemplateProblem): boolean {
  return code === 'not-drawn';
}

export const checkTemplate: JobTable['checkTemplate'] = async ({ bytes, placeholders }) => {
  const { problems } = await checked(bytes, placeholders);
  return ok({ problems });
};

export const fillTemplate: JobTable['fillTemplate'] = async ({ bytes, placeholders, data }) => {
  const { problems, template } = await checked(bytes, placeholders);
  if (!template || !problems.every(isWarning)) return ok({ isFilled: false, problems });
  const filled = fill(template, data);
  return filled === null
    ? ok({ isFilled: false, problems: [problem('unreadable', 'too-large', '')] })
    : ok({ isFilled: true, ...filled, warnings: problems });
};

function fill(
  template: Template,
  data: TemplateData,
): Readonly<{ docx: Uint8Array; sections: readonly Section[] }> | null {
  try {
    const { docx, parts } = template.fill(data);
    return { docx, sections: readDocument(parts).sections };
  } catch (error) {
    if (error instanceof FilledTooLarge || error instanceof XmlTooLarge) return null;
    throw error;
  }
}
