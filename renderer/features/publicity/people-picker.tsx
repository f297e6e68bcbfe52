/** 「增减申报人」: everybody who waits, by committee, with ticks; one tab stop with a moving row. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { formatMonthDayShort, lastDayBefore } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { isComposing } from '../../ui/ime-guard.ts';
import { shortCommittee } from '../queue/index.ts';
import type { Toggle } from './new-notice.ts';
import { idsOf, isMentioned, pickerRows, tickedOf, type PickerRow, type Ticked } from './picker-rows.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { TickMark } from './tick-mark.tsx';
import type { WaitingPerson } from './types.ts';

type Props = Readonly<{
  waiting: readonly WaitingPerson[];
  chosen: readonly WaitingPerson[];
  onToggle(toggle: Toggle): void;
  onClose(): void;
}>;

export function PeoplePicker({ waiting, chosen, onToggle, onClose }: Props) {
  const [search, setSearch] = useState('');
  const found = useFound(waiting, search);
  const rows = useMemo(() => pickerRows(found), [found]);
  const ids = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);
  const isAll = found.length > 0 && found.every(({ id }) => ids.has(id));
  return (
    <Dialog
      title="增减申报人"
      widthPx={720}
      onCancel={onClose}
      footer={
        <>
          <span className="dialog-said" role="status">{`已选${chosen.length}人，共${waiting.length}人待安排`}</span>
          <Button type="primary" onClick={onClose}>
            选好了
          </Button>
        </>
      }
    >
      <div className="picker-bar">
        <SearchBox label="在待安排的人里查找" placeholder="姓名、拼音、部门、职称" isFirst onSearch={setSearch} />
        {found.length > 0 && (
          <Button
            color="primary"
            variant="text"
            onClick={() => onToggle({ ids: found.map(({ id }) => id), isOn: !isAll })}
          >
            {isAll ? `这${found.length}人都不选` : `这${found.length}人都选`}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <p className="second picker-none">{search === '' ? '没有待安排的人。' : `没有找到“${search}”。`}</p>
      ) : (
        <PickerList rows={rows} chosen={ids} onToggle={onToggle} />
      )}
    </Dialog>
  );
}

const MOST_FOUND = 500;

/** What the rows say is found at once; pinyin and the end of an ID number the core knows. */
function useFound(waiting: readonly WaitingPerson[], search: string): readonly WaitingPerson[] {
  const { value } = useQuery(
    search === '' ? null : `waiting ${search}`,
    () => api.applications.list({ view: 'all', search, limit: MOST_FOUND }),
    { keepsPrevious: true },
  );
  return useMemo(() => {
    if (search === '') return waiting;
    const byCore = new Set(value?.rows.map(({ id }) => id));
    return waiting.filter((person) => byCore.has(person.id) || isMentioned(person, search));
  }, [waiting, search, value]);
}

type ListProps = Readonly<{ rows: readonly PickerRow[]; chosen: ReadonlySet<string>; onToggle: Props['onToggle'] }>;

const ROW_PX = 36;
const PAGE_ROWS = 8;

function PickerList({ rows, chosen, onToggle }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  useEffect(() => setActive(0), [rows.length]);

  function toggle(row: PickerRow | undefined): void {
    if (row) onToggle({ ids: idsOf(row), isOn: tickedOf(row, chosen) !== 'all' });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = MOVES[event.key]?.(active, rows.length);
    if (target !== undefined) {
      const index = Math.max(0, Math.min(rows.length - 1, target));
      setActive(index);
      virtual.scrollToIndex(index);
    } else if (event.key === ' ' || event.key === 'Enter') toggle(rows[active]);
    else return;
    event.preventDefault();
  }
  return (
    <div
      ref={scroller}
      className="picker-list"
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label="待安排的人"
      aria-activedescendant={`pick-${active}`}
      onKeyDown={onKeyDown}
    >
      <ul role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={row.id}
              id={`pick-${index}`}
              role="option"
              aria-selected={tickedOf(row, chosen) === 'all'}
              className={`picker-row is-${row.kind}${index === active ? ' is-active' : ''}`}
              style={{ height: ROW_PX, transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index);
                toggle(row);
              }}
            >
              <RowWords row={row} ticked={tickedOf(row, chosen)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function RowWords({ row, ticked }: Readonly<{ row: PickerRow; ticked: Ticked }>) {
  const { closesAt = null } = (row.kind === 'person' ? row.person : row.people[0]) ?? {};
  if (row.kind === 'committee') {
    return (
      <>
        <TickMark ticked={ticked} />
        <b className="cut" title={row.name}>
          {shortCommittee(row.name)}
        </b>
        <span className="second">{`${row.people.length}人`}</span>
        <span className="picker-closing">
          {closesAt === null ? '截止未公布' : `${formatMonthDayShort(lastDayBefore(closesAt))} 24:00 截止`}
        </span>
      </>
    );
  }
  const { name, department, title, employment } = row.person;
  return (
    <>
      <TickMark ticked={ticked} />
      <span className="picker-name">{name}</span>
      <span className="second cut">{department}</span>
      <span className="cut">{title}</span>
      <span className="second">{employment === 'dispatch' && '劳务派遣'}</span>
    </>
  );
}

const MOVES: Readonly<Record<string, (index: number, total: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + PAGE_ROWS,
  PageUp: (index) => index - PAGE_ROWS,
  Home: () => 0,
  End: (_, total) => total - 1,
};
