/** What was found on the page in hand, each with its number and what can be done about it; the scan keeps its room. */
import { Button } from 'antd';
import { useState } from 'react';
import { WarningLine } from '../../ui/warning-line.tsx';
import { findingLines, type FindingAct } from './finding-lines.ts';
import type { PageActs } from './use-page-acts.ts';
import type { ScanPage } from './types.ts';

type Props = Readonly<{
  page: ScanPage;
  no: number;
  /** further ones are asked for */
  mostShown: number;
  acts: PageActs;
  onShow(pageId: string): void;
  onRules(): void;
}>;

export function PageFindings({ page, no, mostShown, acts, onShow, onRules }: Props) {
  // of this page only
  const [opened, setOpened] = useState<string | null>(null);
  const isOpen = opened === page.id;
  const lines = findingLines(page, no);
  const hidden = lines.length - mostShown;
  const shown = isOpen ? lines : lines.slice(0, mostShown);

  function perform(act: FindingAct): void {
    if (act.kind === 'mend') void acts.repair(page, act.defect);
    else if (act.kind === 'remove') void acts.remove([page]);
    else if (act.kind === 'dismiss') void acts.dismiss(page, act.what);
    else if (act.kind === 'rules') onRules();
    else onShow(act.pageId);
  }
  return (
    <div className="page-findings" role="status">
      {shown.map(({ key, level, words, acts: offered }, at) => (
        <WarningLine key={key} level={level}>
          <span className="finding-words">
            {words}
            {hidden > 0 && at === mostShown - 1 && (
              <button
                type="button"
                className="text-act"
                aria-expanded={isOpen}
                onClick={() => setOpened(isOpen ? null : page.id)}
              >
                {isOpen ? '收起' : `还有${hidden}个`}
              </button>
            )}
          </span>
          {offered.length > 0 && (
            <span className="finding-acts">
              {offered.map(({ word, act }) => (
                <Button key={word} color="default" variant="filled" size="small" onClick={() => perform(act)}>
                  {word}
                </Button>
              ))}
            </span>
          )}
        </WarningLine>
      ))}
    </div>
  );
}
