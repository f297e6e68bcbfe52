/**
 * Writes resources/templates/<kind>.docx: the papers whose text an office can change, as they come with the program.
 * Run from the project root after a change of resources/scripts/templates:
 * node resources/scripts/make-templates.ts [another folder]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemplates } from './templates/all.ts';

const target = process.argv[2] ?? join(import.meta.dirname, '..', 'templates');
await mkdir(target, { recursive: true });
for (const { kind, bytes } of await makeTemplates()) await writeFile(join(target, `${kind}.docx`), bytes);
