/** The pane beside a wide queue: the facts of the active row, and what it still lacks. */
import { Button } from 'antd';
import { formatDate, formatDateTime, formatClosing } from '#model/beijing-time.ts';
import { STRIKES } from '#model/chances.ts';
import { maskIdNumber } from '#model/masking.ts';

import { ChanceDots } from '../../ui/chance-dots.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { gapWords, useDetail } from '../application/index.ts';
import { LatestStartCell } from './latest-start-cell.tsx';
import { STATE_WORDS } from './words.ts';

export function QueuePreview({ id, onOpen }: Readonly<{ id: string; onOpen(id: string): void }>) {
  const { value: detail } = useDetail(id);
  if (!detail) return <aside className="queue-preview" aria-label="预览" />;
  const { application, row, approvalGaps, notActionable } = detail;
  const { applicant, filing, window } = application;
  const unseen = row.seen.total - row.seen.done;
  return (
    <aside className="queue-preview" aria-label="预览">
      <div className="preview-scroll">
        <h2 className="preview-name">
          {applicant.name} <span className="second">{`${applicant.department} · ${filing.title}`}</span>
        </h2>
        <p className="preview-facts">
          <LatestStartCell row={row} /> <ChanceDots left={row.chancesLeft} />
        </p>
        {notActionable === null && (
          <section>
            <h3>通过前还差</h3>
            <ul className="preview-gaps">
              {approvalGaps.map((gap) => (
                <li key={gap.code}>
                  <Glyph name="ring" /> {gapWords(gap)}
                </li>
              ))}
              {unseen > 0 && (
                <li>
                  <Glyph name="ring" /> {`还有${unseen}个模块没看完`}
                </li>
              )}
              {approvalGaps.length === 0 && unseen === 0 && (
                <li>
                  <Glyph name="tick" /> 不差什么，可以办理
                </li>
              )}
            </ul>
          </section>
        )}
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
