import { describe, expect, it } from 'vitest';
import { makeDigest, moduleFingerprints } from '#core/applications/digest.ts';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import type { Application, FiledRecord } from '#model/application.ts';
import { makeApplication, makeScan } from '../../../sync/application.ts';

const { attachment: diploma } = makeScan(10, 'diploma');
const { attachment: other } = makeScan(10, 'other');

function record(fields: Record<string, string>, attachmentIds: string[] = []): FiledRecord {
  return { id: 'r1', fields, attachmentIds };
}

function filed(records: FiledRecord[], attachments = [diploma]): Application {
  return makeApplication({ modules: [{ id: 'education', records }], attachments });
}

/** Modules whose fingerprint differs between two filings. */
function changed(before: Application, after: Application): ModuleId[] {
  const [a, b] = [moduleFingerprints(before), moduleFingerprints(after)];
  return MODULE_IDS.filter((id) => a[id] !== b[id]);
}

describe('the fingerprint of a module', () => {
  const before = filed([record({ school: '云南大学', major: '数学' }, [diploma.id])]);

  it('is there for every module, an empty one too', () => {
    expect(Object.keys(moduleFingerprints(before))).toEqual([...MODULE_IDS]);
  });

  it.each<[string, Application, ModuleId[]]>([
    ['a field with another value', filed([record({ school: '昆明学院', major: '数学' }, [diploma.id])]), ['education']],
    [
      'a field more',
      filed([record({ school: '云南大学', major: '数学', degree: '学士' }, [diploma.id])]),
      ['education'],
    ],
    ['a record less', filed([]), ['education']],
    ['a scan less', filed([record({ school: '云南大学', major: '数学' })]), ['education']],
    [
      'other bytes under the same scan',
      filed([record({ school: '云南大学', major: '数学' }, [diploma.id])], [{ ...diploma, sha256: other.sha256 }]),
      ['education'],
    ],
    ['another order of the same fields', filed([record({ major: '数学', school: '云南大学' }, [diploma.id])]), []],
    [
      'the same bytes under another number',
      filed([record({ school: '云南大学', major: '数学' }, [other.id])], [{ ...diploma, id: other.id }]),
      [],
    ],
  ])('with %s', (_what, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });

  it('changes when two records change places, for the order is filed too', () => {
    const [a, b] = [record({ school: '甲' }), record({ school: '乙' })];
    expect(changed(filed([a, b]), filed([b, a]))).toEqual(['education']);
  });

  it('does not mistake a value moved to the next field for the same', () => {
    expect(
      changed(filed([record({ school: 'ab', major: 'c' })]), filed([record({ school: 'a', major: 'bc' })])),
    ).toEqual(['education']);
  });
});

describe('the digest', () => {
  it('holds no whole ID number, no telephone and no place', () => {
    const application = makeApplication({
      publicity: {
        postedOn: '2026-08-20',
        endsOn: '2026-08-27',
        place: '公告栏',
        openObjections: 0,
        concludedAt: null,
        outcome: null,
      },
    });
    const text = JSON.stringify(makeDigest(application));
    for (const hidden of [application.applicant.idNumber, application.applicant.phone, '公告栏']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('survives being stored as JSON', () => {
    const digest = makeDigest(filed([record({ school: '云南大学' }, [diploma.id])]));
    expect(JSON.parse(JSON.stringify(digest))).toEqual(digest);
  });
});
