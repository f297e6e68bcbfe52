/** What stands under a tab. */
import { Button } from 'antd';
import { EmptyBlock } from '../../ui/blocks.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { allColumns, committeeColumns, officeColumns, PLANNING_COLUMNS } from './columns.tsx';
import { GuideArticle, GuideReader, isGuideHit, type GuideTables } from './guide-reader.tsx';
import { Field } from './marked.tsx';
import { RowTable, type Moves } from './row-table.tsx';
import type { LibraryTab, Shelf, Shelves } from './shelves.ts';
import { TitlesTable } from './titles-table.tsx';
import type { CalendarYear, Hit, HitOf } from './types.ts';
import type { Copy } from './use-copy.ts';
import { HEADS, nothingWords, TAB_WORDS } from './words.ts';

type Props = Readonly<{
  tab: LibraryTab;
  query: string;
  rows: readonly Hit[];
  whole: Shelves;
  foundCount: number;
  calendars: readonly CalendarYear[];
  moves: Moves;
  copying: Copy;
  /** the paragraph that a link meant */
  block: number | null;
  onSource(source: string): void;
  onTab(tab: LibraryTab): void;
  onClear(): void;
}>;

export function LibraryBody(props: Props) {
  const { tab, query, rows, calendars, foundCount, onTab, onClear } = props;
  if (tab === 'calendar') return <CalendarTab years={calendars} />;
  if (rows.length > 0) {
    return (
      <>
        {tab !== 'all' && <ShelfHead shelf={tab} onSource={props.onSource} />}
        <ShelfBody {...props} tab={tab} />
      </>
    );
  }
  if (foundCount > 0) {
    return (
      <EmptyBlock
        text={`“${TAB_WORDS[tab]}”里没有“${query}”。`}
        action={<Button onClick={() => onTab('all')}>{`看别处找到的${foundCount}条`}</Button>}
      />
    );
  }
  return <EmptyBlock text={nothingWords(query)} action={<Button onClick={onClear}>按系列查</Button>} />;
}

function ShelfHead({ shelf, onSource }: Readonly<{ shelf: Shelf; onSource(source: string): void }>) {
  const head = HEADS[shelf];
  if (!head) return null;
  return (
    <p className="library-note second">
      {head.note}
      <button type="button" className="text-act" onClick={() => onSource(head.source)}>
        {`看指南${head.source.replace(/^Q(\d+)/, '第$1问')}`}
      </button>
    </p>
  );
}

function ShelfBody({ tab, rows, whole, moves, copying, block, onSource }: Props & Readonly<{ tab: Shelf | 'all' }>) {
  const label = TAB_WORDS[tab];
  const list = { label, name: tab, rows, moves };
  switch (tab) {
    case 'all':
      return <RowTable {...list} columns={allColumns(copying)} />;
    case 'committees':
      return <RowTable {...list} columns={committeeColumns(copying)} />;
    case 'planning':
      return <RowTable {...list} columns={PLANNING_COLUMNS} />;
    case 'offices':
      return <RowTable {...list} columns={officeColumns(copying, onSource)} />;
    case 'titles':
      return (
        <div className="library-scroll" tabIndex={0} role="region" aria-label={label}>
          <TitlesTable series={rows.filter(isTitle)} />
        </div>
      );
    case 'questions':
    case 'sections':
      return (
        <GuideReader
          label={label}
          entries={rows.filter(isGuideHit)}
          moves={moves}
          tables={tablesOf(whole)}
          block={block}
        />
      );
    case 'recognition':
      return (
        <div className="library-scroll guide-text" tabIndex={0} role="region" aria-label={label}>
          {rows.filter(isGuideHit).map((hit) => (
            <GuideArticle key={hit.id} hit={hit} tables={tablesOf(whole)} block={null} />
          ))}
        </div>
      );
    case 'disciplines':
      return (
        <div className="library-scroll" tabIndex={0} role="region" aria-label={label}>
          <ul className="discipline-list">
            {rows.filter(isDiscipline).map((hit) => (
              <li key={hit.id}>
                <Field hit={hit} path="name" text={hit.item.name} />
              </li>
            ))}
          </ul>
        </div>
      );
  }
}

function tablesOf(whole: Shelves): GuideTables {
  return { titles: whole.titles.filter(isTitle), planning: whole.planning.filter(isPlanning) };
}

function isTitle(hit: Hit): hit is HitOf<'title'> {
  return hit.kind === 'title';
}
function isPlanning(hit: Hit): hit is HitOf<'planning'> {
  return hit.kind === 'planning';
}
function isDiscipline(hit: Hit): hit is HitOf<'discipline'> {
  return hit.kind === 'discipline';
}
