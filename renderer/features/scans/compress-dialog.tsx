/** 「压缩」: what became of the chosen pages, three of them at full size, and those that could not be made small enough. */
import { Button } from 'antd';
import { useState } from 'react';
import { isAsScanned } from '#model/scan.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatSize } from '../../ui/format.ts';
import { overCapSentence } from './defect-words.ts';
import type { PageActs } from './use-page-acts.ts';
import type { ScanPage } from './types.ts';
import { KEPT_HERE, pageBytes, ruleWords } from './words.ts';

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
  const before = sum(ready.map(pageBytes));
  const after = sum(ready.map(({ copy }) => copy?.sizeBytes ?? 0));
  const unreadable = pages.filter(({ state }) => state === 'unreadable').length;
  const waiting = pages.length - ready.length - unreadable;
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
      {waiting > 0 && <p>{`还有${waiting}页没有整理好，好了会自动压缩。`}</p>}
      {unreadable > 0 && <p>{`有${unreadable}页打不开，没有压缩。`}</p>}
      <div className="samples">
        {samplesOf(ready).map((page) => (
          <Sample key={page.id} page={page} />
        ))}
      </div>
      <OverCap pages={over} acts={acts} />
    </Dialog>
  );
}

/** Pages that stayed over the target because a smaller copy could not be read. */
function OverCap({ pages, acts }: Readonly<{ pages: readonly ScanPage[]; acts: PageActs }>) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const left = pages.filter(({ id }) => !kept.has(id));
  if (left.length === 0) return null;
  async function keep(chosen: readonly ScanPage[]): Promise<void> {
    setKept(new Set([...kept, ...chosen.map(({ id }) => id)]));
    for (const page of chosen) await acts.dismiss(page, 'over-cap');
  }
  return (
    <section className="over-cap" aria-label="没有压到目标">
      <h3>
        {`有${left.length}页没有压到目标，再小就看不清`}
        {left.length > 1 && (
          <Button size="small" onClick={() => void keep(left)}>
            全部保持
          </Button>
        )}
      </h3>
      <ul>
        {left.map((page) => (
          <li key={page.id} className="over-line">
            <span>{`${pageName(page)}：${overCapSentence(page)}`}</span>
            <Button size="small" onClick={() => void keep([page])}>
              保持
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function pageName({ fileName, pageNo, pageCount }: ScanPage): string {
  return pageCount > 1 ? `${fileName} 第${pageNo}页` : fileName;
}

/** The same part of the page before and after, at the copy's full size: the middle, where the words are. */
function Sample({ page }: Readonly<{ page: ScanPage }>) {
  const { copy, pictures } = page;
  const name = pageName(page);
  const halves = [
    { word: '压缩前', address: pictures.original, size: pageBytes(page), coming: '正在读原图…' },
    { word: '压缩后', address: pictures.copy, size: copy?.sizeBytes ?? 0, coming: '正在打开…' },
  ];
  return (
    <figure>
      {halves.map(({ word, address, size, coming }) => (
        <div key={word} className="sample" tabIndex={0} role="group" aria-label={`${name} ${word}`}>
          <b className="sample-word">{`${word} ${formatSize(size)}`}</b>
          <SamplePicture address={address} name={`${name} ${word}`} coming={coming} across={copy?.width} />
        </div>
      ))}
      <figcaption className="cut">{`${name}（100%）`}</figcaption>
    </figure>
  );
}

type PictureProps = Readonly<{
  address: string | null;
  name: string;
  /** said until it is drawn: an original of a kind that no browser shows is opened first */
  coming: string;
  /** px */
  across: number | undefined;
}>;

function SamplePicture({ address, name, coming, across }: PictureProps) {
  const [standing, setStanding] = useState<'coming' | 'shown' | 'broken'>('coming');
  if (address === null || standing === 'broken') return <p className="second sample-note">打不开。</p>;
  return (
    <>
      {standing === 'coming' && (
        <p className="second sample-note" role="status">
          {coming}
        </p>
      )}
      <img
        src={address}
        alt={name}
        style={{ width: across }}
        hidden={standing === 'coming'}
        onLoad={({ currentTarget }) => {
          currentTarget.hidden = false;
          showMiddle(currentTarget);
          setStanding('shown');
        }}
        onError={() => setStanding('broken')}
      />
    </>
  );
}

function showMiddle(image: HTMLImageElement): void {
  const box = image.parentElement;
  box?.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / MIDDLE_OF_WORDS);
}

const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);

/** Those that lost most: if these can be read, the others can. One that was mended lies elsewhere than its original. */
function samplesOf(pages: readonly ScanPage[]): readonly ScanPage[] {
  const shown = pages.filter(({ pictures }) => pictures.copy !== null);
  const lost = (page: ScanPage) => (page.copy ? pageBytes(page) / page.copy.sizeBytes : 0);
  const unmended = ({ mend }: ScanPage) => Number(isAsScanned(mend));
  return shown.toSorted((a, b) => unmended(b) - unmended(a) || lost(b) - lost(a)).slice(0, SAMPLES);
}
