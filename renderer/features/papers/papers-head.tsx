/** The page's first row: whose papers, which of them, and the rarer ways. */
import { Button, Segmented, Select } from 'antd';
import type { PersonPaper } from '#model/paper.ts';
import { MoreMenu } from '../../ui/more-menu.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import type { PapersView } from './papers-store.ts';
import { COLUMNS } from './rows.ts';
import { PAPER_WORDS } from './words.ts';

type Props = Readonly<{
  view: PapersView;
  search: string;
  only: PersonPaper | null;
  isNarrow: boolean;
  onView(view: PapersView): void;
  onSearch(text: string): void;
  onOnly(kind: PersonPaper | null): void;
  onTemplates(): void;
  onCalibration(): void;
}>;

const ALL = 'all';

export function PapersHead(props: Props) {
  const { view, search, only, isNarrow, onView, onSearch, onOnly, onTemplates, onCalibration } = props;
  const rarer = [
    { word: '模板', act: onTemplates },
    { word: '打印校准页', act: onCalibration },
  ];
  return (
    <header className="papers-head">
      <h1 className="page-title">纸质材料</h1>
      <Segmented<PapersView>
        aria-label="谁的材料"
        value={view}
        options={[
          { value: 'people', label: '个人' },
          { value: 'unit', label: '单位' },
        ]}
        onChange={onView}
      />
      <SearchBox
        key={view}
        initial={search}
        label={view === 'people' ? '在人员中查找' : '在单位材料中查找'}
        placeholder={view === 'people' ? '找人' : '找材料'}
        onSearch={onSearch}
      />
      {view === 'people' && (
        <Select<PersonPaper | typeof ALL>
          aria-label="材料"
          className="papers-only"
          popupMatchSelectWidth={false}
          value={only ?? ALL}
          options={[
            { value: ALL, label: '材料 全部' },
            ...COLUMNS.map((kind) => ({ value: kind, label: PAPER_WORDS[kind] })),
          ]}
          onChange={(kind) => onOnly(kind === ALL ? null : kind)}
        />
      )}
      <span className="papers-ways">
        {isNarrow ? <MoreMenu acts={rarer} color="default" placement="bottomRight" /> : rarer.map(WayButton)}
      </span>
    </header>
  );
}

type Way = Readonly<{ word: string; act(): void }>;

function WayButton({ word, act }: Way) {
  return (
    <Button key={word} color="default" variant="text" onClick={act}>
      {word}
    </Button>
  );
}
