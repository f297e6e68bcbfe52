/** 「审核记录」: everything that happened, newest first, ours with how far each got. */
import { Drawer } from 'antd';
import { formatDateTime } from '#model/beijing-time.ts';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import { actionWords, DECISION_WORDS, type Detail } from './words.ts';

type Line = Readonly<{
  id: string;
  at: number;
  who: string;
  what: string;
  opinion: string;
  delivery: Detail['decisions'][number]['delivery'] | null;
  receipt: string | null;
}>;

const LEVEL_WORDS = { applicant: '申报人', unit: '本单位', superior: '上级', city: '市级', system: '市系统' } as const;

export function HistoryDrawer({
  detail,
  isOpen,
  onClose,
}: Readonly<{ detail: Detail; isOpen: boolean; onClose(): void }>) {
  return (
    <Drawer title="审核记录" size={480} open={isOpen} onClose={onClose}>
      <ol className="history">
        {historyLines(detail).map((line) => (
          <li key={line.id}>
            <p className="history-head">
              <strong>{line.what}</strong> <span>{line.who}</span>
              <time className="second">{formatDateTime(line.at)}</time>
            </p>
            {line.opinion !== '' && <p className="history-opinion">{line.opinion}</p>}
            {line.delivery && (
              <p className="history-delivery">
                <DeliveryTag delivery={line.delivery} />
                {line.receipt && <span className="second">{`回执 ${line.receipt}`}</span>}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}

/** The city's steps, and of our decisions those that its history does not hold yet. */
export function historyLines({ application, decisions }: Detail): readonly Line[] {
  const steps = application.history.map((step): Line => ({
    id: step.id,
    at: step.at,
    who: `${LEVEL_WORDS[step.level]} ${step.actor}`,
    what: actionWords(step.action),
    opinion: step.opinion,
    delivery: null,
    receipt: null,
  }));
  const known = new Set(steps.map((step) => step.opinion));
  const ours = decisions
    .filter((d) => d.delivery !== 'effective' || !known.has(d.opinion))
    .map((d): Line => ({
      id: d.commandId,
      at: d.decidedAt,
      who: `本单位 ${d.decidedBy}`,
      what: d.delivery === 'undone' ? `${DECISION_WORDS[d.decision]}（已撤回）` : DECISION_WORDS[d.decision],
      opinion: d.opinion,
      delivery: d.delivery === 'undone' ? null : d.delivery,
      receipt: d.receiptNumber,
    }));
  return [...ours, ...steps].toSorted((a, b) => b.at - a.at);
}
