/** The checklist of scans and the rules about missing materials go by the same tables: they may not differ. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Checks } from '#core/findings/findings.service.ts';
import { EMPLOYMENT_KINDS, FILING_KINDS, type Application } from '#model/application.ts';
import { shippedChecks } from '../../../support/checks.ts';
import { completeApplication } from '../../../support/complete-application.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

let temp: TempArchive;
let checks: Checks;
beforeAll(() => {
  temp = openTempArchive();
  checks = shippedChecks(temp.db);
});
afterAll(() => temp.dispose());

/** What the rules say is missing, without 「缺」. */
function missedByRules(application: Application): readonly string[] {
  return checks
    .content(application)
    .filter(({ rule }) => rule === 'material.missing' || rule === 'commitment.missing')
    .map(({ fact }) => fact.replace(/^缺/, ''))
    .toSorted();
}

function missedByList(application: Application): readonly string[] {
  return checks
    .materials(application)
    .filter(({ id, isRequired, attachmentIds }) => isRequired && attachmentIds.length === 0 && !isProof(id))
    .map(({ label }) => label)
    .toSorted();
}

/** Records that the rules ask one scan of, whatever its name. */
function isProof(id: string): boolean {
  return /^(?:project|patent|award|book|paper|continuing-education):/.test(id);
}

describe('the checklist', () => {
  it('is complete where nothing is missing', () => {
    const application = completeApplication();
    expect(missedByRules(application)).toEqual([]);
    expect(missedByList(application)).toEqual([]);
  });

  const cases = EMPLOYMENT_KINDS.flatMap((employment) => FILING_KINDS.map((kind) => [employment, kind] as const));
  it.each(cases)('of %s in %s asks for what the rules ask for', (employment, kind) => {
    const filled = completeApplication();
    const application: Application = {
      ...filled,
      applicant: { ...filled.applicant, employment },
      filing: { ...filled.filing, kind },
      modules: filled.modules.map((module) => ({
        ...module,
        records: module.records.map((record) => ({ ...record, attachmentIds: [] })),
      })),
      attachments: [],
    };
    expect(missedByList(application)).toEqual(missedByRules(application));
  });

  it('takes one page of both sides of an identity card for both', () => {
    const filled = completeApplication();
    const attachments = filled.attachments.map((a) => (/身份证/.test(a.name) ? { ...a, name: '身份证.jpg' } : a));
    const items = checks
      .materials({ ...filled, attachments })
      .filter(({ id }) => id.startsWith('id-') && id !== 'id-photo');
    expect(items.map(({ id, attachmentIds }) => [id, attachmentIds.length])).toEqual([
      ['id-front', 1],
      ['id-back', 1],
    ]);
  });

  it('has a place for everything else in every module, by ids that are told apart', () => {
    const items = checks.materials(completeApplication());
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.filter(({ isRequired }) => !isRequired)).toHaveLength(15);
  });
});
