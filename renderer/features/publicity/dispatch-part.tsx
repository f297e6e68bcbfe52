/** 双公示、双审核、双盖章 of dispatch staff (Q18): what each of the two units has done, side by side. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { DISPATCH_SIDES, type DispatchRecord, type DispatchSide } from '#model/application.ts';
import { formatMonthDayShort, type PlainDate } from '#model/beijing-time.ts';
import { isDispatchComplete } from '#model/publicity-dates.ts';
import { api } from '../../client/index.ts';
import { SectionHeader } from '../../ui/section-header.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { DispatchDialog } from './dispatch-dialog.tsx';
import { NO_DISPATCH } from './notice-facts.ts';
import type { Notice, NoticePerson } from './types.ts';
import { useAct } from './use-act.ts';
import { SIDE_WORDS } from './words.ts';

type Props = Readonly<{ notice: Notice; today: PlainDate }>;

export function DispatchPart({ notice, today }: Props) {
  const [asked, setAsked] = useState<NoticePerson | null>(null);
  const people = notice.people.filter(({ employment, hasLeft }) => employment === 'dispatch' && !hasLeft);
  if (people.length === 0 || notice.summary.state === 'cancelled') return null;
  return (
    <section className="dispatch-part" aria-label="劳务派遣">
      <SectionHeader title="劳务派遣" note={`${people.length}人，双公示、双审核、双盖章都要齐（指南第18问）`} />
      {people.map((person) => (
        <DispatchCard key={person.id} notice={notice} person={person} onAsk={() => setAsked(person)} />
      ))}
      {asked && (
        <DispatchDialog
          notice={notice}
          person={asked}
          others={people.filter(({ id, isApproved }) => id !== asked.id && !isApproved)}
          today={today}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

type CardProps = Readonly<{ notice: Notice; person: NoticePerson; onAsk(): void }>;

function DispatchCard({ notice, person, onAsk }: CardProps) {
  const act = useAct();
  const record = person.dispatch ?? NO_DISPATCH;
  function tick(key: 'reviewed' | 'sealed', side: DispatchSide): void {
    const sides = record[key].includes(side) ? record[key].filter((one) => one !== side) : [...record[key], side];
    const { otherNotice, ...rest } = { ...record, [key]: sides };
    void act.run('recordDispatch', () =>
      api.publicity.recordDispatch({
        noticeId: notice.summary.id,
        applicationId: person.id,
        ...rest,
        reviewed: [...rest.reviewed],
        sealed: [...rest.sealed],
        otherNotice: otherNotice && { postedOn: otherNotice.postedOn, place: otherNotice.place },
      }),
    );
  }
  const isComplete = isDispatchComplete(person.dispatch);
  return (
    <article className="dispatch-card" aria-label={`${person.name}的双公示`}>
      <header>
        <b>{person.name}</b>
        {isComplete ? (
          <StatusTag glyph="tick" tone="good" text="都齐了" />
        ) : (
          <StatusTag glyph="triangle" tone="warn" text={missingWords(record)} />
        )}
      </header>
      <div className="dispatch-sides">
        {DISPATCH_SIDES.map((side) => (
          <Side
            key={side}
            side={side}
            record={record}
            notice={notice}
            isFixed={person.isApproved}
            onAsk={onAsk}
            onTick={(key) => tick(key, side)}
          />
        ))}
      </div>
      {act.refusal !== null && (
        <WarningLine level="block" isAnswer>
          {act.refusal}
        </WarningLine>
      )}
    </article>
  );
}

type SideProps = Readonly<{
  side: DispatchSide;
  record: DispatchRecord;
  notice: Notice;
  /** an approval rests on it */
  isFixed: boolean;
  onAsk(): void;
  onTick(key: 'reviewed' | 'sealed'): void;
}>;

function Side({ side, record, notice, isFixed, onAsk, onTick }: SideProps) {
  const isOwn = record.ownSide === side;
  const word = SIDE_WORDS[side];
  const unit = isOwn ? '本单位' : record.otherUnit || '单位名称未填写';
  return (
    <section className="dispatch-side" aria-label={word}>
      <h3>
        {word}
        <span className="second">{unit}</span>
      </h3>
      {isOwn ? (
        <p className="dispatch-period">{`${periodWords(notice.summary)}，本公示`}</p>
      ) : (
        <p className="dispatch-period">
          {record.otherNotice ? `${periodWords(record.otherNotice)}，${record.otherNotice.place}` : '公示没有登记'}
          {!isFixed && (
            <Button color="default" variant="filled" size="small" onClick={onAsk}>
              {record.otherNotice ? '改' : '登记公示'}
            </Button>
          )}
        </p>
      )}
      <p className="dispatch-ticks">
        <Checkbox disabled={isFixed} checked={record.reviewed.includes(side)} onChange={() => onTick('reviewed')}>
          已审核
        </Checkbox>
        <Checkbox disabled={isFixed} checked={record.sealed.includes(side)} onChange={() => onTick('sealed')}>
          已盖章
        </Checkbox>
      </p>
    </section>
  );
}

function periodWords({ postedOn, endsOn }: Readonly<{ postedOn: string; endsOn: string }>): string {
  return `${formatMonthDayShort(postedOn)} 至 ${formatMonthDayShort(endsOn)}`;
}

/** 「缺派遣公司的公示、审核、盖章，用工单位的盖章」 */
function missingWords(record: DispatchRecord): string {
  const parts = DISPATCH_SIDES.flatMap((side) => {
    const missing = [
      side !== record.ownSide && record.otherNotice === null ? '公示' : '',
      record.reviewed.includes(side) ? '' : '审核',
      record.sealed.includes(side) ? '' : '盖章',
    ].filter((word) => word !== '');
    return missing.length === 0 ? [] : `${SIDE_WORDS[side]}的${missing.join('、')}`;
  });
  return `缺${parts.join('，')}`;
}
