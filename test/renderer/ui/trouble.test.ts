import { describe, expect, it } from 'vitest';
import { TRANSPORT_ERRORS } from '#contract/define.ts';
import { defect, troubleOf, troubleText } from '../../../renderer/ui/trouble.ts';

const FORBIDDEN = /未知错误|系统异常|操作失败|参数错误|null|undefined|NaN|服务器|数据库/;

describe('the words for a failure', () => {
  it.each([...TRANSPORT_ERRORS, 'disk-full', 'not-found'])(
    '%s says what happened, what it means and what to do',
    (code) => {
      const trouble = troubleOf({ code, message: 'x' });
      expect(trouble.happened && trouble.meaning && trouble.advice).toBeTruthy();
      expect(troubleText(trouble)).not.toMatch(FORBIDDEN);
    },
  );
  it('gives the number of a real defect and none otherwise', () => {
    expect(troubleText(defect('K7Q2-3FZ9'))).toContain('K7Q2-3FZ9');
    expect(troubleText(troubleOf({ code: 'unreachable', message: 'x', incident: 'K7Q2-3FZ9' }))).not.toContain('K7Q2');
  });
  it('lets a screen say it better', () => {
    const own = { 'not-found': { happened: '甲', meaning: '乙', advice: '丙' } };
    expect(troubleText(troubleOf({ code: 'not-found', message: 'x' }, own))).toBe('甲乙丙');
  });
});
