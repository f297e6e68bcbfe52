/** Every paper with a template, set from our own template as it was looked at once. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { fillTemplate } from '#jobs/docx/templates.ts';
import { typeset } from '#jobs/papers/typeset.ts';
import { placeholdersFor, templateData } from '#core/papers/templates/templates.ts';
import { TEMPLATE_KINDS } from '#model/paper.ts';
import { expectGold, paperFile } from '../../../../support/paper-pages.ts';
import { TEMPLATE_INPUTS } from '../../../../support/template-inputs.ts';

it.each(TEMPLATE_KINDS)('%s looks as it was looked at', async (kind) => {
  const filled = await fillTemplate({
    bytes: await readFile(`resources/templates/${kind}.docx`),
    placeholders: placeholdersFor(kind),
    data: templateData(kind, TEMPLATE_INPUTS[kind] as never),
  });
  if (!filled.ok || !filled.value.isFilled) throw new Error(JSON.stringify(filled));
  const { sections } = filled.value;
  const set = await typeset({ document: { title: kind, author: '', sections, scale: 1 }, images: [] });
  if (!set.ok) throw new Error(set.error.code);
  // 䶮 is in the serif font; nothing else may need another
  expect(set.value.notes).toEqual([]);
  await expectGold(kind, paperFile(set.value));
});
