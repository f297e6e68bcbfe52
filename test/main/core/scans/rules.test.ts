import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasTrouble, proposedMend, standingDefects } from '#core/scans/defects.rules.ts';
import { lookalikesOf } from '#core/scans/lookalikes.rules.ts';
import { materialOf, type Candidate } from '#core/scans/material.rules.ts';
import { sameName } from '#core/file-names.ts';
import { fileNameOf, nextFileName } from '#core/scans/naming.rules.ts';
import { indexPeople, personOf } from '#core/scans/people.rules.ts';
import { DEFAULT_RULES, nameTwice, recipeOf, ruleFor, standingRules, type RuleRow } from '#core/scans/size.rules.ts';
import { AS_SCANNED, DEFAULT_SIZE_RULE, type Defect, type Mend } from '#model/scan.ts';

describe('a name by content', () => {
  it.each([
    ['段雪梅', '毕业证书', 1, '段雪梅-毕业证书-1.jpg'],
    ['和·阿丽', '2024年度考核表', 12, '和·阿丽-2024年度考核表-12.jpg'],
    ['段雪梅', '论文《“双减”：分层/作业?》', 1, '段雪梅-论文《“双减”_分层_作业_》-1.jpg'],
    ['段雪梅', '获奖\u0000\u202Egpj.\u200B exe', 1, '段雪梅-获奖gpj. exe-1.jpg'],
    [' 段雪梅. ', '证书...', 1, '段雪梅-证书-1.jpg'],
    ['', '', 1, '扫描件-1.jpg'],
    ['CON', '', 1, '_CON-1.jpg'],
    ['con.x', '证书', 1, '_con.x-证书-1.jpg'],
    ['ＮＵＬ.a', '证书', 1, '_ＮＵＬ.a-证书-1.jpg'],
    ['COM¹.a', '证书', 1, '_COM¹.a-证书-1.jpg'],
    ['A\uD800B', '证书', 1, 'A\uFFFDB-证书-1.jpg'],
  ])('of %j and %j', (person, label, no, expected) => {
    expect(fileNameOf(person, label, no)).toBe(expected);
  });

  it('is taken by every file system, whatever people and materials are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.nat(99_999), (person, label, no) => {
        const name = fileNameOf(person, label, no);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^[ .]|[ .]$/u);
        expect(name).toMatch(/-\d+\.jpg$/);
        expect(name.split('.')[0]?.trim()).not.toMatch(/^(?:CON|PRN|AUX|NUL|COM\d|LPT\d)$/i);
      }),
    );
  });

  it('keeps whole characters where it is cut', () => {
    const name = fileNameOf('段雪梅', '𬭎'.repeat(200), 1);
    expect(name.isWellFormed()).toBe(true);
    expect(name).toMatch(/^段雪梅-𬭎+-1\.jpg$/u);
  });

  it('is the first that nobody has, in whatever case and width', () => {
    const taken = new Set(['段雪梅-证书Ａ-1.JPG', '段雪梅-证书a-2.jpg'].map(sameName));
    expect(nextFileName('段雪梅', '证书A', taken)).toBe('段雪梅-证书A-3.jpg');
  });
});

describe('the size rule', () => {
  const kb = (maxKb: number) => ({ ...DEFAULT_SIZE_RULE, maxBytes: maxKb * 1024 });
  const rules: readonly RuleRow[] = [
    { committee: null, material: null, rule: kb(600) },
    { committee: '卫生', material: null, rule: kb(500) },
    { committee: null, material: 'id-photo', rule: kb(300) },
    { committee: '卫生', material: 'id-photo', rule: kb(100) },
  ];

  it.each([
    [null, null, 600],
    ['教育', 'diploma:r1', 600],
    ['卫生', 'diploma:r1', 500],
    ['教育', 'id-photo', 300],
    ['卫生', 'id-photo', 100],
    ['卫生', null, 500],
  ])('of %j and %j is %i KB', (committee, materialId, maxKb) => {
    expect(ruleFor(rules, { committee, materialId }).maxBytes).toBe(maxKb * 1024);
  });

  it('is there before the unit has rules of its own, and where it forgot the general one', () => {
    expect(standingRules([])).toBe(DEFAULT_RULES);
    expect(ruleFor(standingRules(rules.slice(1)), { committee: '教育', materialId: null })).toEqual(DEFAULT_SIZE_RULE);
  });

  it('names a thing once', () => {
    expect(nameTwice(rules)).toBe(false);
    expect(nameTwice([...rules, { committee: '卫生', material: null, rule: kb(1) }])).toBe(true);
  });

  it('and the mend are what a copy was made by', () => {
    const turned: Mend = { ...AS_SCANNED, turn: 90 };
    const recipes = [recipeOf(AS_SCANNED, kb(600)), recipeOf(turned, kb(600)), recipeOf(turned, kb(300))];
    expect(new Set(recipes).size).toBe(3);
    expect(recipeOf({ levels: null, crop: null, straightenDegrees: 0, turn: 90 }, kb(600))).toBe(recipes[1]);
  });
});

const defect = (kind: Defect['kind'], mend: Defect['mend']): Defect => ({ kind, value: 1, limit: 0, spot: null, mend });

describe('a defect', () => {
  const sideways = defect('sideways', { turn: 90 });
  const skewed = defect('skewed', { straightenDegrees: 3 });
  const steep = defect('skewed', { straightenDegrees: 8 });
  const blurred = defect('blurred', null);

  it('stands until it was mended, by whatever number, or answered', () => {
    expect(standingDefects([sideways, skewed, blurred], AS_SCANNED, [])).toEqual([sideways, skewed, blurred]);
    const mended = { ...AS_SCANNED, turn: 270, straightenDegrees: 2.5 } as const;
    expect(standingDefects([sideways, skewed, blurred], mended, [])).toEqual([blurred]);
    expect(standingDefects([sideways, blurred], AS_SCANNED, ['blurred'])).toEqual([sideways]);
  });

  it('is mended all at once, but a large angle only when somebody says so', () => {
    expect(proposedMend([sideways, skewed], AS_SCANNED, [])).toEqual({ ...AS_SCANNED, turn: 90, straightenDegrees: 3 });
    expect(proposedMend([sideways, steep], AS_SCANNED, [])).toEqual({ ...AS_SCANNED, turn: 90 });
    expect(proposedMend([sideways], { ...AS_SCANNED, turn: 180 }, [])).toEqual({ ...AS_SCANNED, turn: 180 });
  });

  it('makes a page one to look at, as a copy over the cap and a lost original do', () => {
    const facts = { width: 1, height: 1, sizeBytes: 1, dpi: 1, quality: 1, isOverCap: true };
    const fine = { state: 'ready', isLost: false, defects: [], mend: AS_SCANNED, dismissed: [], copy: null } as const;
    expect(hasTrouble(fine)).toBe(false);
    expect(hasTrouble({ ...fine, defects: [blurred] })).toBe(true);
    expect(hasTrouble({ ...fine, copy: { facts } })).toBe(true);
    expect(hasTrouble({ ...fine, copy: { facts }, dismissed: ['over-cap'] })).toBe(false);
    expect(hasTrouble({ ...fine, isLost: true })).toBe(true);
    expect(hasTrouble({ ...fine, state: 'unreadable' })).toBe(true);
  });
});

describe('whose scan it is', () => {
  const people = indexPeople([
    { id: 'duan', name: '段雪梅', tail: '076239' },
    { id: 'zhang1', name: '张敏', tail: '07001X' },
    { id: 'zhang2', name: '张敏', tail: '074512' },
    { id: 'zhangmin', name: '张敏华', tail: '012024' },
    { id: 'heali', name: '和·阿丽', tail: '113344' },
  ]);

  it.each([
    ['段雪梅毕业证.jpg', '', 'duan'],
    ['IMG_1.jpg', '高二/段雪梅', 'duan'],
    ['IMG_1.jpg', '段雪梅/证书', 'duan'],
    ['和•阿丽 身份证.jpg', '', 'heali'],
    ['和阿丽.jpg', '', 'heali'],
    // the longer name is the one that is meant
    ['张敏华学位证.jpg', '', 'zhangmin'],
    // of one name: nobody, unless a number says who
    ['张敏.jpg', '', null],
    ['张敏4512.jpg', '', 'zhang2'],
    ['张敏.jpg', '张敏001X', 'zhang1'],
    ['张敏.jpg', '张敏（001x）', 'zhang1'],
    // the file's own name counts more than its folder's
    ['段雪梅.jpg', '张敏华', 'duan'],
    ['段雪梅和张敏华合影.jpg', '', null],
    // numbers by themselves
    ['530102199003076239.jpg', '', 'duan'],
    ['IMG_1.jpg', '6239', 'duan'],
    ['IMG_6239.jpg', '', null],
    // a year is not the end of a number
    ['考核表.jpg', '2024', null],
    ['IMG_1.jpg', '高二年级', null],
    ['', '', null],
  ])('%j in %j', (fileName, folder, expected) => {
    expect(personOf(people, fileName, folder)).toBe(expected);
  });
});

describe('which material it is', () => {
  const candidate = (id: string, words: RegExp | null, count = 0, unclear: RegExp | null = null): Candidate => ({
    id,
    label: `label of ${id}`,
    words,
    unclear,
    count,
  });
  const card = /身份证/;
  const list = [
    candidate('title-certificate', /职称|证书/),
    candidate('id-front', /身份证.*正/, 0, card),
    candidate('id-back', /身份证.*反/, 0, card),
    candidate('diploma:1', /毕业|学历证/),
    candidate('diploma:2', /毕业|学历证/),
    candidate('degree:1', /学位/),
    candidate('assessment:1', /2024.*考核|考核.*2024/),
    { ...candidate('paper:1', null), label: '论文《分层作业的设计》' },
    candidate('other:basic', null),
  ];
  const filled = (...ids: string[]) => list.map((item) => (ids.includes(item.id) ? { ...item, count: 1 } : item));

  it.each([
    ['毕业证书', '', list, null, 'diploma:1'],
    ['职称证书', '', list, null, 'title-certificate'],
    ['论文《分层作业的设计》首页', '', list, null, 'paper:1'],
    ['毕业证书', '', filled('diploma:1'), null, 'diploma:2'],
    ['毕业证书', '', filled('diploma:1', 'diploma:2'), null, 'diploma:1'],
    ['身份证', '', list, null, 'id-front'],
    ['身份证', '', filled('id-front'), null, 'id-back'],
    ['身份证反面', '', list, null, 'id-back'],
    ['年度考核2024', '', list, null, 'assessment:1'],
    // the folder completes what the name leaves open
    ['2024', '年度考核', list, null, 'assessment:1'],
    ['IMG_2', '学位证', list, null, 'degree:1'],
    // what a machine numbered goes on as what came before it, what somebody named does not
    ['IMG_2', '', list, 'diploma:1', 'diploma:1'],
    ['继续教育登记', '', list, 'diploma:1', null],
    ['IMG_2', '', list, null, null],
  ])('%j in %j', (name, folder, candidates, before, expected) => {
    const isSpeechless = name.startsWith('IMG');
    expect(materialOf(candidates, { name, folder, isSpeechless }, before)).toBe(expected);
  });
});

describe('pages that look the same', () => {
  const full = 'ff00'.repeat(32);
  const near = `fe${full.slice(2)}`;
  const far = '0ff0'.repeat(32);

  it('are proposed within one person, nearest first, and never of nearly empty pages', () => {
    const looks = [
      { id: 'a', owner: 'p', fingerprint: full },
      { id: 'b', owner: 'p', fingerprint: near },
      { id: 'c', owner: 'p', fingerprint: full },
      { id: 'd', owner: 'p', fingerprint: far },
      { id: 'e', owner: 'q', fingerprint: full },
      { id: 'f', owner: 'p', fingerprint: '0'.repeat(128) },
      { id: 'g', owner: 'p', fingerprint: '0'.repeat(128) },
      { id: 'h', owner: 'p', fingerprint: 'ff' },
    ];
    expect([...lookalikesOf(['a', 'd', 'e', 'f'], looks)]).toEqual([['a', ['c', 'b']]]);
  });
});
