/** Where the page goes, what it is called then, and how small it became. */
import { Button } from 'antd';
import { moduleDef } from '#model/modules.ts';
import { KeyButton } from '../../ui/key-button.tsx';
import type { Filing, ScanPage } from './types.ts';
import { KEPT_HERE, ruleWords, sizeWords } from './words.ts';

type Props = Readonly<{
  page: ScanPage;
  /** little height: one line less, and what can be read elsewhere is left out */
  isLow: boolean;
  onFile(): void;
  onChange(): void;
  onTakeOut(): void;
}>;

export function PageFacts({ page, isLow, onFile, onChange, onTakeOut }: Props) {
  const { filed, suggestion } = page;
  return (
    <footer className="page-foot">
      <dl className="page-facts">
        <dt>{filed ? '已归到' : '归到'}</dt>
        <dd>
          <WhereWords page={page} to={filed ?? suggestion} />
        </dd>
        {!isLow && (
          <>
            <dt>大小</dt>
            <dd>
              {sizeWords(page)}
              <span className="second">{ruleWords(page.rule)}</span>
            </dd>
          </>
        )}
      </dl>
      <div className="page-acts">
        <span className="second" title={isLow ? `${ruleWords(page.rule)}。${KEPT_HERE}` : undefined}>
          {isLow ? sizeWords(page) : KEPT_HERE.replace('。', '')}
        </span>
        {page.isRemoved || page.state === 'unreadable' ? null : (
          <>
            {filed && (
              <Button color="default" variant="filled" onClick={onTakeOut}>
                取出
              </Button>
            )}
            <Button color="default" variant="filled" onClick={onChange}>
              {filed || suggestion ? '改' : '选材料'}
            </Button>
            {!filed && suggestion && (
              <KeyButton type="primary" keys="Enter" onClick={onFile}>
                是，归到这里
              </KeyButton>
            )}
          </>
        )}
      </div>
    </footer>
  );
}

function WhereWords({ page, to }: Readonly<{ page: ScanPage; to: Filing | null }>) {
  if (!to) return <span className="second">还不知道归到哪里。请选材料，或拖到清单上。</span>;
  return (
    <>
      <b>{to.person}</b>
      <span>{moduleDef(to.moduleId).shortName}</span>
      <span>{to.label}</span>
      <span className="second page-naming" title={to.fileName}>
        {`文件名“${page.fileName}”，改名为 ${to.fileName}`}
      </span>
    </>
  );
}
