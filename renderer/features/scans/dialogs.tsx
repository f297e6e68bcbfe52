/** Small dialogs of the scans page: how to scan without a driver, and the merging of fronts and backs. */
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { merged, type MergeOrder } from './mending.ts';
import type { ScanPage } from './types.ts';
import { ONLY_HERE } from './words.ts';

export function ScannerDialog({ onClose }: Readonly<{ onClose(): void }>) {
  return (
    <Dialog
      title="从扫描仪"
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          知道了
        </Button>
      }
    >
      <p>这里不直接操作扫描仪：各家的驱动不同，用随机附带的扫描软件最稳当。</p>
      <ol className="scanner-steps">
        <li>在扫描软件里选“彩色、300dpi、存为JPG或PDF”，印章才看得清。</li>
        <li>存到一个文件夹，最好一人一个，用姓名作文件夹名，归位时自动认人。</li>
        <li>扫完把这个文件夹拖到本页，或点“从文件 → 选文件夹”。</li>
      </ol>
      <p className="second">{`单面扫描仪可先扫全部正面，再扫全部反面，拖进来后用“正反面合并”。${ONLY_HERE}`}</p>
    </Dialog>
  );
}

type MergeProps = Readonly<{
  pages: readonly ScanPage[];
  onMerge(ids: readonly string[]): void;
  onClose(): void;
}>;

const ORDERS: readonly Readonly<{ value: MergeOrder; label: string }>[] = [
  { value: 'backs-reversed', label: '整叠翻过来扫的反面（1、3、5，再6、4、2）' },
  { value: 'backs-in-order', label: '从第一张起扫的反面（1、3、5，再2、4、6）' },
];

/** The picture says what words cannot: the pages as they lie now, and as they will. */
export function MergeDialog({ pages, onMerge, onClose }: MergeProps) {
  const [order, setOrder] = useState<MergeOrder>('backs-reversed');
  const after = merged(pages, order);
  const isOdd = pages.length % 2 === 1;
  return (
    <Dialog
      title={`正反面合并：选中的${pages.length}页`}
      widthPx={760}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>不合并</Button>
          <Button type="primary" onClick={() => onMerge(after.map(({ id }) => id))}>
            {`合并${pages.length}页`}
          </Button>
        </>
      }
    >
      <Radio.Group
        className="merge-orders"
        aria-label="反面怎么扫的"
        value={order}
        options={ORDERS.map(({ value, label }) => ({ value, label }))}
        onChange={(event) => setOrder(event.target.value as MergeOrder)}
      />
      {isOdd && <p className="second">选中的页数是单数：最后一张只有正面。</p>}
      <MergeRow title="现在" pages={pages} all={pages} />
      <MergeRow title="合并后" pages={after} all={pages} />
    </Dialog>
  );
}

function MergeRow({
  title,
  pages,
  all,
}: Readonly<{ title: string; pages: readonly ScanPage[]; all: readonly ScanPage[] }>) {
  return (
    <section className="merge-row" aria-label={title}>
      <h3>{title}</h3>
      <ol tabIndex={0} aria-label={`${title}的顺序`}>
        {pages.map((page) => (
          <li key={page.id}>
            {page.pictures.thumbnail === null ? (
              <span className="merge-none second">打不开</span>
            ) : (
              <img src={page.pictures.thumbnail} alt="" />
            )}
            <span>{all.indexOf(page) + 1}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
