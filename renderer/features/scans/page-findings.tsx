/** What was found on the page in hand, each with its number and what can be done about it. */
import { Button } from 'antd';
import { WarningLine } from '../../ui/warning-line.tsx';
import { DEFECT_WORDS, defectSentence, overCapSentence } from './defect-words.ts';
import type { PageActs } from './use-page-acts.ts';
import type { ScanPage } from './types.ts';
import { FILE_TROUBLES } from './words.ts';
import { troubleText } from '../../ui/trouble.ts';

type Props = Readonly<{
  page: ScanPage;
  no: number;
  acts: PageActs;
  onShow(pageId: string): void;
  onRules(): void;
}>;

export function PageFindings({ page, no, acts, onShow, onRules }: Props) {
  const overCap = overCapSentence(page);
  const [lookalike] = page.lookalikes;
  return (
    <div className="page-findings" role="status">
      {page.state === 'unreadable' && (
        <WarningLine level="block">{troubleText(FILE_TROUBLES[page.problem ?? 'damaged'])}</WarningLine>
      )}
      {page.original.isLost && (
        <WarningLine level="block">原图损坏，本机存的这一份用不了。请把原来的文件再拖一次。</WarningLine>
      )}
      {page.defects.map((defect) => {
        const { mend, keep } = DEFECT_WORDS[defect.kind];
        return (
          <WarningLine key={defect.kind} level="warn">
            <span className="finding-words">{defectSentence(no, defect)}</span>
            <span className="finding-acts">
              {mend !== null && defect.mend !== null && (
                <Button color="default" variant="filled" size="small" onClick={() => void acts.repair(page, defect)}>
                  {mend}
                </Button>
              )}
              {defect.kind === 'blank' && (
                <Button color="default" variant="filled" size="small" onClick={() => void acts.remove([page])}>
                  删除
                </Button>
              )}
              <Button
                color="default"
                variant="filled"
                size="small"
                onClick={() => void acts.dismiss(page, defect.kind)}
              >
                {keep}
              </Button>
            </span>
          </WarningLine>
        );
      })}
      {overCap !== null && (
        <WarningLine level="warn">
          <span className="finding-words">{overCap}</span>
          <span className="finding-acts">
            <Button color="default" variant="filled" size="small" onClick={onRules}>
              改目标
            </Button>
            <Button color="default" variant="filled" size="small" onClick={() => void acts.dismiss(page, 'over-cap')}>
              保持
            </Button>
          </span>
        </WarningLine>
      )}
      {lookalike !== undefined && (
        <WarningLine level="hint">
          <span className="finding-words">和另一页很像，可能扫了两次。</span>
          <span className="finding-acts">
            <Button color="default" variant="filled" size="small" onClick={() => onShow(lookalike)}>
              看那一页
            </Button>
          </span>
        </WarningLine>
      )}
    </div>
  );
}
