/** What was objected during the notice, what was found, and what that means (Q18). */
import { Button } from 'antd';
import { useState } from 'react';
import { formatMonthDay, type PlainDate } from '#model/beijing-time.ts';
import { SectionHeader } from '../../ui/section-header.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { RaiseDialog, SettleDialog } from './objection-dialogs.tsx';
import type { Notice, Objection } from './types.ts';
import { objectionState } from './words.ts';

type Props = Readonly<{ notice: Notice; today: PlainDate }>;

export function ObjectionPart({ notice, today }: Props) {
  const [isRaising, setRaising] = useState(false);
  const [settled, setSettled] = useState<Objection | null>(null);
  const { objections, summary } = notice;
  return (
    <section className="objection-part" aria-label="异议">
      <SectionHeader title="异议" note={objections.length === 0 ? '没有收到' : `${objections.length}件`}>
        {summary.state !== 'cancelled' && (
          <Button color="default" variant="filled" size="small" onClick={() => setRaising(true)}>
            登记异议
          </Button>
        )}
      </SectionHeader>
      {objections.map((objection) => (
        <ObjectionCard key={objection.id} objection={objection} onSettle={() => setSettled(objection)} />
      ))}
      {isRaising && <RaiseDialog notice={notice} person={null} today={today} onClose={() => setRaising(false)} />}
      {settled && <SettleDialog objection={settled} today={today} onClose={() => setSettled(null)} />}
    </section>
  );
}

function ObjectionCard({ objection, onSettle }: Readonly<{ objection: Objection; onSettle(): void }>) {
  const { name, receivedOn, from, way, content, verdict, investigation, settledOn } = objection;
  const source = [`${formatMonthDay(receivedOn)}收到`, from, way].filter((part) => part !== '').join('，');
  return (
    <article className="objection-card">
      <header>
        <b>{name}</b>
        <StatusTag {...objectionState(verdict)} />
        {verdict === null && (
          <Button size="small" onClick={onSettle}>
            核实并下结论
          </Button>
        )}
      </header>
      <p className="second">{source}</p>
      <p>{content}</p>
      {verdict !== null && (
        <p className="objection-found">
          <span className="second">{`核实${settledOn === null ? '' : `（${formatMonthDay(settledOn)}）`}：`}</span>
          {investigation}
        </p>
      )}
    </article>
  );
}
