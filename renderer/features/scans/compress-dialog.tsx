/** 「压缩」: what became of the chosen pages, three of them at full size, and those that could not be made small enough. */
import { Button } from 'antd';
import { Dialog } from '../../ui/dialog.tsx';
import { formatSize } from '../../ui/format.ts';
import { overCapSentence } from './defect-words.ts';
import type { PageActs } from './use-page-acts.ts';
import type { ScanPage } from './types.ts';
import { KEPT_HERE, ruleWords } from './words.ts';

type Props = Readonly<{
  pages: readonly ScanPage[];
  acts: PageActs;
  onRules(): void;
  onClose(): void;
}>;

const SAMPLES = 3;

export function CompressDialog({ pages, acts, onRules, onClose }: Props) {
  const ready = pages.filter(({ copy }) => copy !== null);
  const before = sum(ready.map(({ original }) => original.sizeBytes));
  const after = sum(ready.map(({ copy }) => copy?.sizeBytes ?? 0));
  const over = ready.filter((page) => overCapSentence(page) !== null);
  const rules = [...new Set(pages.map(({ rule }) => ruleWords(rule)))];
  return (
    <Dialog
      title={`压缩：选中的${pages.length}页`}
      widthPx={880}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onRules}>改目标</Button>
          <Button type="primary" onClick={onClose}>
            知道了
          </Button>
        </>
      }
    >
      <p>
        <b>{`${formatSize(before)} → ${formatSize(after)}`}</b>
        <span className="second">{` ${rules.join('；')}。拖进来时已按目标压缩，${KEPT_HERE}`}</span>
      </p>
      {ready.length < pages.length && <p>{`还有${pages.length - ready.length}页没有整理好，好了会自动压缩。`}</p>}
      {over.map((page) => (
        <p key={page.id} className="over-line">
          <span>{`${page.fileName}：${overCapSentence(page)}`}</span>
          <Button size="small" onClick={() => void acts.dismiss(page, 'over-cap').then(onClose)}>
            保持
          </Button>
        </p>
      ))}
      <div className="samples">
        {samplesOf(ready).map(({ id, fileName, pictures }) => (
          <figure key={id}>
            <div className="sample" tabIndex={0} role="group" aria-label={`${fileName} 原大`}>
              <img src={pictures.copy ?? ''} alt={fileName} />
            </div>
            <figcaption className="cut">{`${fileName}（100%）`}</figcaption>
          </figure>
        ))}
      </div>
    </Dialog>
  );
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);

/** Those that lost most: if these can be read, the others can. */
function samplesOf(pages: readonly ScanPage[]): readonly ScanPage[] {
  const shown = pages.filter(({ pictures }) => pictures.copy !== null);
  const lost = ({ copy, original }: ScanPage) => (copy ? original.sizeBytes / copy.sizeBytes : 0);
  return shown.toSorted((a, b) => lost(b) - lost(a)).slice(0, SAMPLES);
}
