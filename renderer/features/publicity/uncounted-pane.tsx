/** In place of the sum where there is none: what is missing, and how to put it in. */
import { Button } from 'antd';
import { useState } from 'react';
import type { Failure } from '#model/result.ts';
import { ErrorBlock } from '../../ui/blocks.tsx';
import { CalendarDialog } from '../library/index.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { publicityTrouble } from './trouble-words.ts';

export function UncountedPane({ failure, onRetry }: Readonly<{ failure: Failure; onRetry(): void }>) {
  const [isLoading, setLoading] = useState(false);
  const { happened, meaning, advice } = publicityTrouble('plan', failure);
  const isMissing = failure.code === 'calendar-missing';
  return (
    <aside className="sum-pane is-uncounted" aria-label="算给您看">
      <header className="publicity-head">
        <h2>算给您看</h2>
        {isMissing && <StatusTag glyph="triangle" tone="warn" text="没有算出" />}
      </header>
      <div className="sum-scroll">
        {isMissing ? (
          <>
            <WarningLine level="warn" isAnswer>
              {`${happened}${meaning}国务院办公厅一般在11月发布下一年的放假通知。`}
            </WarningLine>
            <p className="sum-act">
              <Button onClick={() => setLoading(true)}>装入日历</Button>
            </p>
          </>
        ) : (
          <ErrorBlock text={happened} second={meaning + advice} onRetry={onRetry} />
        )}
      </div>
      {isLoading && <CalendarDialog year={Number(failure.details?.['year'])} onClose={() => setLoading(false)} />}
    </aside>
  );
}
