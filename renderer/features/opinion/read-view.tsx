/** The form as it was handed in: to be read, in the order in which it is filled in. */
import { formatDate } from '#model/beijing-time.ts';
import type { OpinionForm } from '#model/opinion-form.ts';
import type { OpinionFacts } from '#model/opinion-text.ts';
import { publicityWords } from './words.ts';

export function ReadView({ form, facts }: Readonly<{ form: OpinionForm; facts: OpinionFacts }>) {
  return (
    <dl className="opinion-read">
      {linesOf(form, facts).map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === '' ? '未填写' : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function linesOf(form: OpinionForm, facts: OpinionFacts): readonly (readonly [label: string, value: string])[] {
  return [
    ['对专业技术工作的评价', form.evaluation],
    ['推荐方式', form.way],
    ['参加推荐的范围', form.scope],
    ['会议', [form.meeting, form.meetingOn && formatDate(form.meetingOn)].filter(Boolean).join(' ')],
    [
      '人数',
      counted(
        [
          ['应到', form.invited],
          ['实到', form.attended],
        ],
        '人',
      ),
    ],
    [
      '票数',
      counted(
        [
          ['同意', form.inFavour],
          ['不同意', form.against],
          ['弃权', form.abstained],
        ],
        '票',
      ),
    ],
    ['公示情况', publicityWords(facts)],
    ['推荐意见', form.recommendation],
    ['负责人', form.head],
  ];
}

function counted(counts: readonly (readonly [label: string, count: number | null])[], unit: string): string {
  return counts.flatMap(([label, count]) => (count === null ? [] : [`${label}${count}${unit}`])).join('，');
}
