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
/** a third down the page: below the title */
const MIDDLE_OF_WORDS = 3;

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
        {samplesOf(ready).map((page) => (
          <Sample key={page.id} page={page} />
        ))}
      </div>
    </Dialog>
  );
}

/** The same part of the page before and after, at the copy's full size: the middle, where the words are. */
function Sample({ page: { fileName, original, copy, pictures } }: Readonly<{ page: ScanPage }>) {
  const halves = [
    { word: '压缩前', address: pictures.original, size: original.sizeBytes },
    { word: '压缩后', address: pictures.copy, size: copy?.sizeBytes ?? 0 },
  ];
  return (
    <figure>
      {halves.map(({ word, address, size }) => (
        <div key={word} className="sample" tabIndex={0} role="group" aria-label={`${fileName} ${word}`}>
          <b className="sample-word">{`${word} ${formatSize(size)}`}</b>
          {address !== null && (
            <img
              src={address}
              alt={`${fileName} ${word}`}
              style={{ width: copy?.width }}
              onLoad={({ currentTarget }) => showMiddle(currentTarget)}
            />
          )}
        </div>
      ))}
      <figcaption className="cut">{`${fileName}（100%）`}</figcaption>
    </figure>
  );
}

function showMiddle(image: HTMLImageElement): void {
  const box = image.parentElement;
  box?.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / MIDDLE_OF_WORDS);
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);

/** Those that lost most: if these can be read, the others can. */
function samplesOf(pages: readonly ScanPage[]): readonly ScanPage[] {
  const shown = pages.filter(({ pictures }) => pictures.copy !== null);
  const lost = ({ copy, original }: ScanPage) => (copy ? original.sizeBytes / copy.sizeBytes : 0);
  return shown.toSorted((a, b) => lost(b) - lost(a)).slice(0, SAMPLES);
}
