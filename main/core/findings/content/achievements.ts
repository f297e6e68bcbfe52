/** Achievements that were there before the present title, which commonly do not count for the next (Q6). */
import type { ModuleId } from '#model/modules.ts';
import { NO_FAULTS, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts } from '../filing-facts.ts';
import { monthNumber, monthText } from '../periods.ts';
import { recordName } from '../records.ts';

/** The month by which an achievement is dated: of two the first that is filed. */
const DATED_BY: readonly (readonly [moduleId: ModuleId, fields: readonly string[]])[] = [
  ['project', ['to', 'from']],
  ['patent', ['grantedOn']],
  ['award', ['awardedOn']],
  ['book', ['publishedOn']],
  ['paper', ['publishedOn']],
];

export const ACHIEVEMENT_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'achievement.before-title',
    severity: 'hint',
    source: 'Q6',
    audience: 'applicant',
    find({ filing, held, records }) {
      const since = filing.kind === 'review' && held ? monthNumber(valueOf(held.record, 'obtainedOn')) : null;
      if (since === null) return NO_FAULTS;
      return DATED_BY.flatMap(([moduleId, fields]) => {
        const all = records(moduleId);
        return all.flatMap((record) => {
          const field = fields.find((key) => monthNumber(valueOf(record, key)) !== null);
          const month = field === undefined ? null : monthNumber(valueOf(record, field));
          if (month === null || month >= since) return NO_FAULTS;
          const fact = `${recordName(moduleId, record, all)}（${monthText(month)}）早于取得现有职称的时间${monthText(since)}`;
          return [
            {
              subject: record.id,
              moduleId,
              recordId: record.id,
              field,
              fact,
              advice: '一般按任现职以来的业绩评审，请核对',
            },
          ];
        });
      });
    },
  },
];
