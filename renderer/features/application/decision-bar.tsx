/** The bar below: what was found, how far the forms are, and the way to the decision (mock 02). */
import { Button } from 'antd';
import { KeyHint } from '../../ui/key-hint.tsx';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import { FindingCountsLine } from '../../ui/severity.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { countFindings } from './finding-list.ts';
import { opinionWords, publicityWords, type Detail } from './words.ts';

type FactsProps = Readonly<{
  detail: Detail;
  /** lines that stand in the return as it is prepared */
  written: number;
  onOpinion(): void;
  onPublicity(): void;
}>;

/** 「写进意见3条 | 基层意见 未填 | 公示 未公示」, the last two with the way to their screens */
export function StandingFacts({ detail, written, onOpinion, onPublicity }: FactsProps) {
  return (
    <>
      <span className="bar-fact">
        <span className="second">写进意见</span> {written}条
      </span>
      <span className="bar-line" />
      <span className="bar-fact">
        <span className="second">基层意见</span>{' '}
        <button type="button" className="text-act" onClick={onOpinion}>
          {opinionWords(detail.row)}
        </button>
      </span>
      <span className="bar-line" />
      <span className="bar-fact">
        <span className="second">公示</span>{' '}
        <button type="button" className="text-act" onClick={onPublicity}>
          {publicityWords(detail.row)}
        </button>
      </span>
    </>
  );
}

type Props = FactsProps &
  Readonly<{
    /** why nothing can be decided */
    blocked: string | null;
    isPrimary: boolean;
    areProblemsShown: boolean;
    onProblems(): void;
    onOpen(): void;
  }>;

export function DecisionBar(props: Props) {
  const { detail, blocked, isPrimary, areProblemsShown, onProblems, onOpen } = props;
  return (
    <footer className="decision-bar">
      <span className="bar-fact bar-problems">
        <span className="second">问题</span>
        <FindingCountsLine counts={countFindings(detail.findings)} isWorded />
        {detail.findings.length > 0 && (
          <button type="button" className="text-act" aria-expanded={areProblemsShown} onClick={onProblems}>
            {areProblemsShown ? '收起' : '展开'}
          </button>
        )}
      </span>
      <span className="bar-line" />
      {blocked === null ? (
        <>
          <StandingFacts {...props} />
          <Button className="bar-act" color="primary" variant={isPrimary ? 'solid' : 'outlined'} onClick={onOpen}>
            办理 <KeyHint keys="F9" />
          </Button>
        </>
      ) : (
        <BlockedWords detail={detail} words={blocked} />
      )}
    </footer>
  );
}

export function BlockedWords({ detail, words }: Readonly<{ detail: Detail; words: string }>) {
  const { pending } = detail.row;
  return (
    <span className="bar-fact bar-blocked">
      <StatusTag glyph="lock" tone="quiet" text={words} />
      {pending && <DeliveryTag delivery={pending.delivery} />}
    </span>
  );
}
