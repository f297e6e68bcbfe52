/** The templates that come with the program, filled: the .docx and the paper say the same. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { placeholdersFor, templateData } from '#core/papers/templates/templates.ts';
import { checkTemplate, fillTemplate } from '#jobs/docx/templates.ts';
import { wordsOfSections } from '#jobs/docx/read/words.ts';
import { TEMPLATE_KINDS, type TemplateKind } from '#model/paper.ts';
import { TEMPLATE_INPUTS } from '../../../support/template-inputs.ts';

const bytesOf = (kind: TemplateKind): Promise<Uint8Array> => readFile(`resources/templates/${kind}.docx`);

it.each(TEMPLATE_KINDS)('takes our own template of %s without a word', async (kind) => {
  const checked = await checkTemplate({ bytes: await bytesOf(kind), placeholders: placeholdersFor(kind) });
  expect(checked).toEqual({ ok: true, value: { problems: [] } });
});

it.each(TEMPLATE_KINDS)('fills %s, and finds every value in the paper', async (kind) => {
  const data = templateData(kind, TEMPLATE_INPUTS[kind] as never);
  const filled = await fillTemplate({ bytes: await bytesOf(kind), placeholders: placeholdersFor(kind), data });
  if (!filled.ok || !filled.value.isFilled) throw new Error(JSON.stringify(filled));
  const words = wordsOfSections(filled.value.sections);
  expect(words).not.toMatch(/\{(?!page)/u);
  for (const { name, list, is, isRequired } of placeholdersFor(kind)) {
    if (!isRequired || list !== null || is !== 'text') continue;
    expect(words, name).toContain((data[name] as string).trim());
  }
});
