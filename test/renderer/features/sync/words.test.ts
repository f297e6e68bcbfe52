import { describe, expect, it } from 'vitest';
import { review } from '#contract/review.contract.ts';
import { sync, SyncStatusSchema, TASK_CODES } from '#contract/sync.contract.ts';
import { unit } from '#contract/unit.contract.ts';
import { addressProblem, creditCodeProblem, enrolTrouble } from '../../../../renderer/features/sync/enrol-words.ts';
import {
  clockWords,
  contactWords,
  headline,
  pendingWords,
  staleWords,
  stateShown,
} from '../../../../renderer/features/sync/status-words.ts';
import type { OutboxItem, SyncStatus, Task } from '../../../../renderer/features/sync/types.ts';
import {
  causeOf,
  logWords,
  noteOf,
  taskTitle,
  TASK_TROUBLES,
  UNDO_TROUBLES,
} from '../../../../renderer/features/sync/words.ts';

const NOW = Date.parse('2026-09-18T14:05:00+08:00');
const at = (text: string): number => Date.parse(`2026-${text}:00+08:00`);
const idle: SyncStatus = {
  phase: 'idle',
  network: 'online',
  lastContactAt: at('09-18T14:03'),
  failingSince: null,
  attempts: 0,
  nextTryAt: null,
  pending: { count: 0, oldestAt: null },
  attention: 0,
  scans: { missing: 0, missingBytes: 0 },
  progress: null,
  clockOffsetMs: 0,
};
const offline: SyncStatus = {
  ...idle,
  network: 'offline',
  lastContactAt: at('09-15T17:40'),
  failingSince: at('09-15T17:40'),
  attempts: 6,
  nextTryAt: at('09-18T14:10'),
  pending: { count: 12, oldestAt: at('09-16T09:20') },
};

describe('the status strip (ux 3.11)', () => {
  it('says when all has arrived, and when that was checked', () => {
    expect([stateShown(idle).text, pendingWords(idle), contactWords(idle, NOW)]).toEqual([
      '已联网',
      '全部送达',
      '14:03核对',
    ]);
  });
  it('says what waits on this computer since when, and the last contact', () => {
    expect([stateShown(offline).text, pendingWords(offline), contactWords(offline, NOW)]).toEqual([
      '离线',
      '12个决定仅在本机，最早09-16',
      '上次联系09-15 17:40',
    ]);
  });
  it('never says that all has arrived without a line that is up', () => {
    for (const network of SyncStatusSchema.shape.network.options) {
      if (network !== 'online') expect(pendingWords({ ...idle, network })).toBeNull();
    }
    expect(pendingWords({ ...idle, phase: 'not-enrolled' })).toBeNull();
  });
  it('counts while sending', () => {
    expect(stateShown({ ...offline, phase: 'pushing', progress: { done: 3, total: 12 } }).text).toBe('正在发送3/12');
  });
  it('says that the clock was never checked', () => {
    expect([clockWords(idle), clockWords({ ...idle, clockOffsetMs: null })]).toEqual([null, '按本机时钟，未校准']);
  });
  it('warns after more than seven days', () => {
    expect(staleWords({ ...idle, lastContactAt: at('09-11T14:06') }, NOW)).toBeNull();
    expect(staleWords({ ...idle, lastContactAt: at('09-09T14:03') }, NOW)).toContain('已有9天');
  });
});

describe('the head of the outbox', () => {
  it('says since when, how often and when next', () => {
    expect(headline(offline)).toEqual({
      title: '离线，工作不受影响',
      text: '连不上市系统（09-15 17:40起，已试6次），会自动再试，下次14:10。',
    });
  });
  it.each(SyncStatusSchema.shape.network.options)('%s is told in words that fit on a line', (network) => {
    const { title, text } = headline({ ...offline, network });
    expect(title.length).toBeLessThanOrEqual(18);
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
});

describe('a row of the outbox', () => {
  const item: OutboxItem = {
    commandId: '1',
    applicationId: '2',
    name: '段雪梅',
    act: 'return',
    decidedBy: '李敏',
    decidedAt: at('09-18T14:03'),
    delivery: 'waiting',
    sendsAt: at('09-18T14:13'),
    receiptNumber: null,
    deliveredAt: null,
    problem: null,
    canUndo: true,
  };
  it('says from when it goes out', () => {
    expect(noteOf(item, NOW)).toBe('14:13起可发送');
    expect(noteOf({ ...item, delivery: 'due' }, NOW)).toBe('联网后自动发送');
  });
  it('gives the receipt, or why it did not take effect', () => {
    expect(noteOf({ ...item, delivery: 'effective', receiptNumber: '20260915-0873' }, NOW)).toBe('回执 20260915-0873');
    expect(noteOf({ ...item, delivery: 'attention', problem: 'withdrawn' }, NOW)).toBe('申报人撤回了申报');
  });
});

describe('a case that needs a person', () => {
  const task: Task = {
    id: '1',
    code: 'withdrawn',
    raisedAt: NOW,
    commandId: '2',
    applicationId: '3',
    name: '张三',
    phone: '',
    ours: { act: 'approve', opinion: '同意', decidedAt: at('09-20T14:03'), decidedBy: '李敏' },
    current: null,
    removals: [],
  };
  it('names the act, its time and the person (ux 3.12)', () => {
    expect(taskTitle(task)).toBe('您09-20 14:03对张三的“通过”没有生效');
  });
  it('counts what would be removed', () => {
    expect(taskTitle({ ...task, code: 'mass-removal', removals: ['甲', '乙'] })).toContain('删去2件');
  });
  it.each(TASK_CODES)('%s has a cause and advice', (code) => {
    expect(causeOf(code).because.endsWith('。') && causeOf(code).advice.endsWith('。')).toBe(true);
  });
});

describe('every refusal', () => {
  it.each(unit.enrol.errors)('of enrolling has words: %s', (code) => {
    const defect = enrolTrouble({ code: 'internal', message: '' });
    expect(enrolTrouble({ code, message: '' }).happened).not.toBe(defect.happened);
  });
  it('of an answer or of taking back has words', () => {
    for (const code of sync.resolveTask.errors) expect(TASK_TROUBLES[code]?.advice).toBeTruthy();
    for (const code of review.undo.errors) if (code !== 'disk-full') expect(UNDO_TROUBLES[code]?.advice).toBeTruthy();
  });
  it('of the password says how many tries are left', () => {
    expect(enrolTrouble({ code: 'bad-credentials', message: '', details: { attemptsLeft: 2 } }).meaning).toContain(
      '2次',
    );
  });
});

describe('the log', () => {
  it('tells each line in words', () => {
    expect(logWords({ id: 1, at: NOW, kind: 'failed', count: 1, code: 'offline' })).toBe('连不上市系统，会自动再试');
    expect(logWords({ id: 1, at: NOW, kind: 'failed', count: 1, code: 'of-a-later-version' })).toBe(
      '收发中断，会自动再试',
    );
    expect(logWords({ id: 1, at: NOW, kind: 'sent', count: 12, code: '' })).toBe('送出12个决定');
  });
});

describe('the unit form', () => {
  it('says which character is wrong as soon as all are there, and what is missing only at the end', () => {
    expect(creditCodeProblem('1253010043120', false)).toBeNull();
    expect(creditCodeProblem('1253010043120', true)).toBe('信用代码有18位，还差5位。');
    expect(creditCodeProblem('91530100MA6K3X5T1O', false)).toBe('信用代码第18位不对，请照证照核对。');
    expect(creditCodeProblem('91530100MA6K3X5T1O1', false)).toContain('现在是19位');
  });
  it('wants a whole address', () => {
    expect([addressProblem('zc.example.cn'), addressProblem('ftp://a'), addressProblem('')]).not.toContain(null);
    expect(addressProblem(' https://zc.example.cn/desk ')).toBeNull();
  });
});
