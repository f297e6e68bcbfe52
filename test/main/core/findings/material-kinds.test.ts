/** What a rule on scans can name is what the checklists of applications are made of. */
import { expect, it } from 'vitest';
import { EMPLOYMENT_KINDS } from '#model/application.ts';
import { materialKinds } from '#core/findings/material-kinds.ts';
import { materialKind } from '#core/scans/size.rules.ts';
import { shippedChecks } from '../../../support/checks.ts';
import { completeApplication } from '../../../support/complete-application.ts';
import { openTempArchive } from '../../../support/temp-archive.ts';

it('knows the kind of every material that anybody is asked for, each once and in words', () => {
  const kinds = materialKinds();
  const temp = openTempArchive();
  const { materials } = shippedChecks(temp.archive.db);
  const base = completeApplication();
  const asked = new Set(
    EMPLOYMENT_KINDS.flatMap((employment) =>
      materials({ ...base, applicant: { ...base.applicant, employment } }).map(({ id }) => materialKind(id)),
    ),
  );
  temp.dispose();
  const known = kinds.map(({ id }) => id);
  expect([...asked].filter((kind) => kind === null || !known.includes(kind))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
  expect(new Set(kinds.map(({ label }) => label)).size).toBe(kinds.length);
  expect(kinds).toContainEqual({ id: 'diploma', label: '毕业证书' });
});
