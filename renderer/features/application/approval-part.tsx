/** Of an approval: its opinion, and what it still lacks, each with the way to it (ux 3.3). */
import { Input } from 'antd';
import type { ModuleId } from '#model/modules.ts';
import { LETTER_LIMIT } from '#model/return-letter.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { SeverityGlyph } from '../../ui/severity.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { countFindings } from './finding-list.ts';
import type { DraftState } from './use-draft.ts';
import { gapPlace, gapWords, moduleNames, type ApprovalGap, type Detail } from './words.ts';

export function ApprovalText({ draft }: Readonly<{ draft: DraftState }>) {
  return (
    <section className="approval-text" aria-label="审核意见">
      <label className="panel-head" htmlFor="review-opinion">
        <h2>审核意见</h2>
        <span className="second">随通过一起报上级</span>
      </label>
      <Input.TextArea
        id="review-opinion"
        value={draft.text}
        disabled={!draft.isLoaded}
        maxLength={LETTER_LIMIT}
        onChange={(event) => draft.change({ text: event.target.value })}
      />
    </section>
  );
}

type Props = Readonly<{
  detail: Detail;
  unseen: readonly ModuleId[];
  onGap(gap: ApprovalGap): void;
  onModule(id: ModuleId): void;
  /** to the first that a person has to look at */
  onLook(): void;
}>;

const WAY_WORDS = { opinion: '去填', publicity: '去公示', findings: '去看' } as const;

export function ApprovalGaps({ detail, unseen, onGap, onModule, onLook }: Props) {
  const { approvalGaps } = detail;
  const { look } = countFindings(detail.findings);
  const firstUnseen = unseen[0];
  return (
    <section className="approval-gaps" aria-label="通过前还差">
      <header className="panel-head">
        <h2>通过前还差</h2>
      </header>
      <ul className="gaps">
        {approvalGaps.map((gap) => (
          <li key={gap.code}>
            {gapPlace(gap) === 'findings' ? <SeverityGlyph severity="blocking" /> : <Glyph name="ring" />}
            <span>{gapWords(gap)}</span>
            <button type="button" className="text-act" onClick={() => onGap(gap)}>
              {WAY_WORDS[gapPlace(gap)]}
            </button>
          </li>
        ))}
        {approvalGaps.length === 0 && (
          <li>
            <StatusTag glyph="tick" tone="good" text="条件已齐" />
          </li>
        )}
        {look > 0 && (
          <li>
            <SeverityGlyph severity="look" />
            <span>{`还有${look}个需核对，请看过再通过`}</span>
            <button type="button" className="text-act" onClick={onLook}>
              去看
            </button>
          </li>
        )}
        {firstUnseen !== undefined && (
          <li>
            <Glyph name="ring" />
            <span>{`还有${unseen.length}个模块没看：${moduleNames(unseen)}`}</span>
            <button type="button" className="text-act" onClick={() => onModule(firstUnseen)}>
              去看
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
