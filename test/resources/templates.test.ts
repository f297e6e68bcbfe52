import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { makeTemplates } from '../../resources/scripts/templates/all.ts';

it('has the templates committed as the script gives them, each time', async () => {
  for (const { kind, bytes } of await makeTemplates()) {
    const committed = await readFile(`resources/templates/${kind}.docx`);
    expect(Buffer.compare(committed, bytes), `${kind}: run resources/scripts/make-templates.ts`).toBe(0);
  }
});
