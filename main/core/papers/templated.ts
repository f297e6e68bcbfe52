/** Papers whose words an office may change: the template in use, filled. */
import type { TemplateKind } from '#model/paper.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { fingerprintOf, type Composed, type Draft } from './draft.ts';
import type { PapersDeps } from './office.ts';
import { templateBytes } from './own-templates.ts';
import { templateHash } from './papers.repository.ts';
import type { InputOf } from './templates/inputs.ts';
import { placeholdersFor, templateData } from './templates/templates.ts';

/** The part of a draft that its template decides. `key`: what the input says, where that is known without gathering it. */
export function templated<Kind extends TemplateKind>(
  deps: PapersDeps,
  kind: Kind,
  { key, input }: Readonly<{ key: unknown; input: () => InputOf<Kind> }>,
): Pick<Draft, 'fingerprint' | 'compose'> {
  const own = templateHash(deps.archive.db, kind);
  return { fingerprint: fingerprintOf([kind, key, own]), compose: () => fill(deps, kind, input()) };
}

async function fill<Kind extends TemplateKind>(
  { archive, ports }: PapersDeps,
  kind: Kind,
  input: InputOf<Kind>,
): Promise<Result<Composed, 'bad-template'>> {
  const bytes = await templateBytes({ db: archive.db, ports }, kind);
  const data = templateData(kind, input);
  const filled = await ports.jobs.run('fillTemplate', { bytes, placeholders: placeholdersFor(kind), data });
  if (!filled.ok) return fail('bad-template', filled.error.code);
  const { value } = filled;
  if (!value.isFilled) return fail('bad-template', value.problems[0]?.text ?? '');
  return ok({ sections: value.sections, docx: value.docx });
}
