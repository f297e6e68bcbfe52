/** The pane beside a wide queue: the facts of the active row, and what it still lacks. */
import { Button } from 'antd';
import { formatDate, formatDateTime, formatClosing } from '#model/beijing-time.ts';
import { STRIKES } from '#model/chances.ts';
import { maskIdNumber } from '#model/masking.ts';
import { moduleDef } from '#model/modules.ts';
import { lineText } from '#model/return-letter.ts';
import { ChanceDots } from '../../ui/chance-dots.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { FindingCountsLine, SeverityGlyph, severityWord } from '../../ui/severity.tsx';
import { countFindings, gapPlace, gapWords, isStanding, sourceWords, useDetail } from '../application/index.ts';
import type { Detail, Found } from '../application/index.ts';
import { LatestStartCell } from './latest-start-cell.tsx';
import { STATE_WORDS } from './words.ts';

/** To the screens on which the rest of an application is done. */
export type PreviewLinks = Readonly<{
  onOpinion(applicationId: string): void;
  /** `noticeId`: the notice that it is on; null: none yet */
  onPublicity(applicationId: string, noticeId: string | null): void;
}>;

type Props = Readonly<{ id: string; links: PreviewLinks; onOpen(id: string): void }>;

export function QueuePreview({ id, links, onOpen }: Props) {
  const { value: detail } = useDetail(id);
  if (!detail) return <aside className="queue-preview" aria-label="预览" />;
  const { application, row, notActionable } = detail;
  const { applicant, filing, window } = application;
  return (
    <aside className="queue-preview" aria-label="预览">
      <div className="preview-scroll">
        <h2 className="preview-name">
          {applicant.name} <span className="second">{`${applicant.department} · ${filing.title}`}</span>
        </h2>
        <p className="preview-facts">
          <LatestStartCell row={row} /> <ChanceDots left={row.chancesLeft} />
        </p>
        <PreviewFindings findings={detail.findings} />
        {notActionable === null && <PreviewGaps detail={detail} links={links} onOpen={onOpen} />}
        <section>
          <h3>申报</h3>
          <dl className="preview-dl">
            <dt>办到哪里</dt>
            <dd>{STATE_WORDS[application.state]}</dd>
            <dt>评委会</dt>
            <dd>{filing.committee}</dd>
            <dt>截止</dt>
            <dd>{window.closesAt === null ? '未公布' : formatClosing(window.closesAt)}</dd>
            <dt>身份证</dt>
            <dd>{maskIdNumber(applicant.idNumber)}</dd>
            <dt>送来</dt>
            <dd>{`${formatDateTime(application.submittedAt)}，第${application.submission}次`}</dd>
            <dt>上级意见</dt>
            <dd>{`${application.strikes}/${STRIKES}`}</dd>
            <dt>扫描件</dt>
            <dd>{`${application.attachments.length}张，已取回${Object.values(detail.scans).filter((s) => s !== null).length}张`}</dd>
            {application.publicity && (
              <>
                <dt>公示</dt>
                <dd>{`${formatDate(application.publicity.postedOn)} 至 ${formatDate(application.publicity.endsOn)}`}</dd>
              </>
            )}
          </dl>
        </section>
      </div>
      <div className="preview-foot">
        <Button type="primary" onClick={() => onOpen(id)}>
          打开审核 <kbd className="key-hint">Enter</kbd>
        </Button>
      </div>
    </aside>
  );
}

/** What stands, the weightiest first; what was answered is told by its number. */
function PreviewFindings({ findings }: Readonly<{ findings: readonly Found[] }>) {
  const standing = findings.filter(isStanding);
  const answered = findings.length - standing.length;
  return (
    <section>
      <h3 className="preview-head">
        问题 <FindingCountsLine counts={countFindings(findings)} isWorded />
      </h3>
      <ul className="preview-findings">
        {standing.map((finding) => (
          <li key={finding.key}>
            <SeverityGlyph severity={finding.severity} label={severityWord(finding.severity)} />
            <p>
              {finding.moduleId !== null && (
                <span className="preview-module">{moduleDef(finding.moduleId).shortName}</span>
              )}
              {lineText(finding)}
              <span className="second preview-source">{sourceWords(finding.source)}</span>
            </p>
          </li>
        ))}
      </ul>
      {answered > 0 && <p className="second preview-answered">{`另有${answered}个已说明`}</p>}
    </section>
  );
}

const WAY_WORDS = { opinion: '去填', publicity: '去公示', findings: '去看' } as const;

type GapsProps = Readonly<{ detail: Detail; links: PreviewLinks; onOpen(id: string): void }>;

function PreviewGaps({ detail, links, onOpen }: GapsProps) {
  const { application, row, approvalGaps, unitForms } = detail;
  const { id } = application;
  const unseen = row.seen.total - row.seen.done;
  const ways = {
    opinion: () => links.onOpinion(id),
    publicity: () => links.onPublicity(id, unitForms.publicity?.noticeId ?? null),
    findings: () => onOpen(id),
  };
  return (
    <section>
      <h3>通过前还差</h3>
      <ul className="preview-gaps">
        {approvalGaps.map((gap) => (
          <PreviewGap key={gap.code} text={gapWords(gap)} way={WAY_WORDS[gapPlace(gap)]} onGo={ways[gapPlace(gap)]} />
        ))}
        {unseen > 0 && <PreviewGap text={`还有${unseen}个模块没看完`} way="去看" onGo={ways.findings} />}
        {approvalGaps.length === 0 && unseen === 0 && (
          <li>
            <Glyph name="tick" /> 不差什么，可以办理
          </li>
        )}
      </ul>
    </section>
  );
}

function PreviewGap({ text, way, onGo }: Readonly<{ text: string; way: string; onGo(): void }>) {
  return (
    <li>
      <Glyph name="ring" />
      <span>{text}</span>
      <button type="button" className="text-act" onClick={onGo}>
        {way}
      </button>
    </li>
  );
}
