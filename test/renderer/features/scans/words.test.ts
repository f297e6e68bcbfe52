import { describe, expect, it } from 'vitest';
import { scans } from '#contract/scans.contract.ts';
import { DEFECT_KINDS, UNREADABLE } from '#model/scan.ts';
import { DEFECT_WORDS, defectSentence, overCapSentence } from '../../../../renderer/features/scans/defect-words.ts';
import { FILE_TROUBLES, fileTrouble, intakeWords, SCANS_TROUBLES } from '../../../../renderer/features/scans/words.ts';

const RULE = { maxBytes: 600 * 1024, maxDpi: 200, minDpi: 150 };

describe('words of the scans page', () => {
  it('say of every refusal what happened, what it means and what to do', () => {
    const codes = new Set(Object.values(scans).flatMap(({ errors }) => errors as readonly string[]));
    for (const code of codes) expect(SCANS_TROUBLES[code], code).toBeDefined();
    for (const trouble of [...Object.values(SCANS_TROUBLES), ...Object.values(FILE_TROUBLES)]) {
      for (const part of [trouble.happened, trouble.meaning, trouble.advice]) expect(part).toMatch(/。$/);
    }
    expect(Object.keys(FILE_TROUBLES).toSorted()).toEqual([...UNREADABLE, 'gone', 'too-large'].toSorted());
  });

  it('say of every finding where it is and how to leave it', () => {
    for (const kind of DEFECT_KINDS) {
      const sentence = defectSentence(7, { kind, value: 0.5, limit: 1, spot: null, mend: null });
      expect(sentence).toMatch(/^第7页.+。$/);
      expect(DEFECT_WORDS[kind].keep).not.toBe('');
    }
    expect(defectSentence(7, { kind: 'skewed', value: -8, limit: 1.5, spot: null, mend: null })).toBe(
      '第7页倾斜8°，没有自动转正，请看一下。',
    );
  });

  it('say that a cap cannot be met legibly, until it is answered', () => {
    const copy = { width: 1, height: 1, sizeBytes: 820 * 1024, dpi: 150, quality: 40, isOverCap: true };
    expect(overCapSentence({ copy, rule: RULE, dismissed: [] })).toBe('压到600KB会看不清（约128dpi），已停在820KB。');
    // 200 bytes over
    const little = { ...copy, sizeBytes: 600 * 1024 + 200 };
    expect(overCapSentence({ copy: little, rule: RULE, dismissed: [] })).toBe(
      '压到600KB会看不清（约149dpi），已停在600KB多一点。',
    );
    expect(overCapSentence({ copy, rule: RULE, dismissed: ['over-cap'] })).toBeNull();
  });

  it('say of a batch without room on the disk what is safe and what to do', () => {
    const intake = {
      id: 'i',
      applicationId: null,
      state: 'running',
      isStuck: true,
      files: { total: 60, taken: 60, hadAlready: 0, refused: 0 },
      pages: { total: 60, ready: 12, unreadable: 0 },
      bytesBefore: 0,
      bytesAfter: 0,
      tookMs: 0,
      createdAt: 0,
      createdBy: '李敏',
      finishedAt: null,
    } as const;
    expect(intakeWords(intake, null)).toBe('磁盘已满，停在12/60页，没有丢东西。请清出200MB，会自动接着整理。');
    expect(intakeWords({ ...intake, isStuck: false }, null)).toBe('正在整理 12/60页');
  });

  it('tell the owner of a telephone what to change', () => {
    const base = { no: 0, folder: '', pages: 0, unreadablePages: 0, bytesBefore: 1, bytesAfter: 0 };
    const heic = fileTrouble({ ...base, name: 'IMG_0032.heic', state: 'unreadable', problem: 'unknown-format' });
    expect(heic).toMatchObject({ happened: '不是JPG或PNG，没有导入。', advice: '可在手机上改为“兼容性最佳”后重拍。' });
    expect(fileTrouble({ ...base, name: '1.jpg', state: 'done', problem: null })).toBeNull();
  });
});
