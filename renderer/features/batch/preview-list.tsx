/** Who is done, who is not and why: one tab stop with a moving row; Space unticks, Enter looks at the filing. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import { isComposing } from '../../ui/ime-guard.ts';
import { Tick } from '../../ui/tick.tsx';
import { GROUP_WORDS, stepped, type PreviewLine } from './preview-rows.ts';

type Props = Readonly<{
  lines: readonly PreviewLine[];
  /** index of the row the keyboard is on */
  at: number;
  unticked: ReadonlySet<string>;
  /** the way to one of them: 「看这件」 */
  word: string;
  onAt(at: number): void;
  onTick(ids: readonly string[], isTicked: boolean): void;
  onOpen(applicationId: string): void;
}>;

const LINE_PX = 36;
const PAGE_LINES = 10;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE_LINES,
  PageUp: -PAGE_LINES,
};

export function PreviewList({ lines, at, unticked, word, onAt, onTick, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 12,
  });
  const current = lines[at];

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      const next = stepped(lines, at, step);
      virtual.scrollToIndex(next);
      onAt(next);
    } else if (event.key === ' ' && current?.kind === 'will') {
      onTick([current.row.id], unticked.has(current.row.id));
    } else if (event.key === 'Enter' && current && current.kind !== 'head') onOpen(current.row.id);
    else return;
    event.preventDefault();
  }
  function jump(head: number): void {
    virtual.scrollToIndex(head, { align: 'start' });
    onAt(stepped(lines, head, 1));
  }
  const items = virtual.getVirtualItems();
  return (
    <section className="batch-left" aria-label="逐件预览">
      <Groups lines={lines} unticked={unticked.size} onJump={jump} />
      <div
        ref={scroller}
        className="batch-list"
        role="grid"
        tabIndex={0}
        aria-label="逐件预览"
        aria-rowcount={lines.length}
        aria-multiselectable="true"
        aria-activedescendant={items.some(({ index }) => index === at) ? `batch-line-${at}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start, key }) => {
            const line = lines[index];
            if (!line) return null;
            const style = { height: LINE_PX, transform: `translateY(${start}px)` };
            if (line.kind === 'head') {
              const ids = lines.flatMap((one) => (one.kind === 'will' ? [one.row.id] : []));
              return (
                <GroupHead
                  key={key}
                  index={index}
                  style={style}
                  line={line}
                  ids={ids}
                  unticked={unticked}
                  onTick={onTick}
                />
              );
            }
            const isTicked = line.kind === 'will' && !unticked.has(line.row.id);
            return (
              <div
                key={key}
                id={`batch-line-${index}`}
                role="row"
                aria-rowindex={index + 1}
                aria-selected={isTicked}
                className={index === at ? 'batch-line is-active' : 'batch-line'}
                style={style}
                onClick={() => onAt(index)}
              >
                <div role="gridcell">
                  {line.kind === 'will' && (
                    <Tick
                      label={`办${line.row.name}`}
                      isTicked={isTicked}
                      onTick={() => onTick([line.row.id], !isTicked)}
                    />
                  )}
                </div>
                <div role="gridcell" className="batch-name">
                  {line.row.name === '' ? '已不在本单位的申报' : line.row.name}
                </div>
                <div role="gridcell" className={line.kind === 'will' ? 'second cut' : 'cut'}>
                  {line.kind === 'will' ? line.row.title : line.reason}
                </div>
                <div role="gridcell">
                  <OpenRow
                    line={line}
                    word={line.kind === 'out' && line.group === 'single' ? '去办' : word}
                    onOpen={onOpen}
                  />
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

type GroupsProps = Readonly<{ lines: readonly PreviewLine[]; unticked: number; onJump(head: number): void }>;

/** All three at a glance, each the way to its rows. */
function Groups({ lines, unticked, onJump }: GroupsProps) {
  return (
    <nav className="batch-groups" aria-label="分组">
      {lines.map((line, index) => {
        if (line.kind !== 'head') return null;
        const count = line.group === 'will' ? line.count - unticked : line.count;
        return (
          <button key={line.group} type="button" className="text-act" onClick={() => onJump(index)}>
            {`${GROUP_WORDS[line.group]} ${count}件`}
          </button>
        );
      })}
    </nav>
  );
}

type OpenProps = Readonly<{
  line: Exclude<PreviewLine, { kind: 'head' }>;
  word: string;
  onOpen(applicationId: string): void;
}>;

function OpenRow({ line, word, onOpen }: OpenProps) {
  return (
    <button
      type="button"
      className="text-act"
      tabIndex={-1}
      aria-label={`${word}：${line.row.name}`}
      onClick={() => onOpen(line.row.id)}
    >
      {word}
    </button>
  );
}

type HeadProps = Readonly<{
  index: number;
  style: Readonly<{ height: number; transform: string }>;
  line: Extract<PreviewLine, { kind: 'head' }>;
  ids: readonly string[];
  unticked: ReadonlySet<string>;
  onTick(ids: readonly string[], isTicked: boolean): void;
}>;

function GroupHead({ index, style, line, ids, unticked, onTick }: HeadProps) {
  const { group, count } = line;
  const left = count - unticked.size;
  const hasTick = group === 'will' && count > 0;
  return (
    <div role="row" aria-rowindex={index + 1} className="batch-line is-head" style={style}>
      <div role="gridcell">
        {hasTick && (
          <Tick
            label="全部都办"
            isTicked={left === count}
            isPartly={left > 0 && left < count}
            onTick={() => onTick(ids, left < count)}
          />
        )}
      </div>
      <div role="gridcell" className="batch-group">
        <strong>{`${GROUP_WORDS[group]} ${group === 'will' ? left : count}件`}</strong>
        {group === 'will' && unticked.size > 0 && <span className="second">{`另有${unticked.size}件您没有勾选`}</span>}
        {group === 'single' && <span className="second">机会只剩一次，逐件看清再办</span>}
      </div>
    </div>
  );
}
