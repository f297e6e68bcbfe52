/** The people of a notice, each with where it stands, and what can be done about one of them. */
import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import type { PlainDate } from '#model/beijing-time.ts';
import { SectionHeader } from '../../ui/section-header.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { formatMoment } from '../../ui/format.ts';
import { openPeople, upheldIds } from './notice-facts.ts';
import { ReopenDialog, TakeOffDialog } from './notice-dialogs.tsx';
import { RaiseDialog } from './objection-dialogs.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import type { Notice, NoticePerson } from './types.ts';
import { personState } from './words.ts';

type Props = Readonly<{
  notice: Notice;
  today: PlainDate;
  /** whom 「结束公示」 concerns; empty: everybody */
  ticked: ReadonlySet<string>;
  onTick(ticked: ReadonlySet<string>): void;
  onOpen(applicationId: string): void;
}>;

type Layer = Readonly<{ kind: 'raise' | 'take-off' | 'reopen'; person: NoticePerson }>;

const SEARCHED_FROM = 10;
const SHOWN = 200;

export function PeopleTable({ notice, today, ticked, onTick, onOpen }: Props) {
  const [layer, setLayer] = useState<Layer | null>(null);
  const [search, setSearch] = useState('');
  const [most, setMost] = useState(SHOWN);
  const upheld = useMemo(() => upheldIds(notice), [notice]);
  const tickable = useMemo(() => new Set(openPeople(notice).map(({ id }) => id)), [notice]);
  const found = notice.people.filter((person) => isFound(person, search));
  const isAll = tickable.size > 0 && ticked.size === tickable.size;
  return (
    <section className="people-part" aria-label="名单">
      <SectionHeader title="名单" note={`${notice.summary.people}人`}>
        {notice.people.length >= SEARCHED_FROM && (
          <SearchBox label="在名单里查找" placeholder="姓名、部门、职称" onSearch={setSearch} />
        )}
      </SectionHeader>
      <table className="people-table">
        <thead>
          <tr>
            <th scope="col" className="tick-cell">
              {tickable.size > 0 && (
                <Checkbox
                  aria-label="全选"
                  checked={isAll}
                  indeterminate={ticked.size > 0 && !isAll}
                  onChange={() => onTick(isAll ? new Set() : tickable)}
                />
              )}
            </th>
            <th scope="col">姓名</th>
            <th scope="col" className="wide-only">
              部门
            </th>
            <th scope="col">申报资格</th>
            <th scope="col">状态</th>
            <th scope="col">
              <span className="sr-only">可办的事</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, most).map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              notice={notice}
              hasUpheld={upheld.has(person.id)}
              isTicked={tickable.has(person.id) ? ticked.has(person.id) : null}
              onTick={() => onTick(withToggled(ticked, person.id))}
              onLayer={(kind) => setLayer({ kind, person })}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p className="second picker-none">{`名单里没有“${search}”。`}</p>}
      {found.length > most && (
        <button type="button" className="text-act more-rows" onClick={() => setMost(most + SHOWN)}>
          {`再显示${Math.min(SHOWN, found.length - most)}人，共${found.length}人`}
        </button>
      )}
      {layer?.kind === 'raise' && (
        <RaiseDialog notice={notice} person={layer.person} today={today} onClose={() => setLayer(null)} />
      )}
      {layer?.kind === 'take-off' && (
        <TakeOffDialog notice={notice} person={layer.person} onClose={() => setLayer(null)} />
      )}
      {layer?.kind === 'reopen' && (
        <ReopenDialog notice={notice} person={layer.person} onClose={() => setLayer(null)} />
      )}
    </section>
  );
}

type RowProps = Readonly<{
  person: NoticePerson;
  notice: Notice;
  hasUpheld: boolean;
  /** null: nothing to conclude about this one */
  isTicked: boolean | null;
  onTick(): void;
  onLayer(kind: Layer['kind']): void;
  onOpen(applicationId: string): void;
}>;

function PersonRow({ person, notice, hasUpheld, isTicked, onTick, onLayer, onOpen }: RowProps) {
  const { id, name, department, title, employment, hasLeft, isApproved, concludedAt } = person;
  const isOff = hasLeft || notice.summary.state === 'cancelled';
  return (
    <tr className={hasLeft ? 'has-left' : undefined}>
      <td className="tick-cell">
        {isTicked !== null && <Checkbox aria-label={`选${name}`} checked={isTicked} onChange={onTick} />}
      </td>
      <th scope="row">
        <button type="button" className="person-link" onClick={() => onOpen(id)}>
          {name}
        </button>
        {employment === 'dispatch' && <span className="second"> 劳务派遣</span>}
      </th>
      <td className="wide-only">{department}</td>
      <td>{title}</td>
      <td>
        <StatusTag {...personState(person, notice.summary, hasUpheld)} />
        {concludedAt !== null && <span className="second person-when">{formatMoment(concludedAt)}</span>}
        {isApproved && <span className="second person-when">已通过</span>}
      </td>
      <td className="row-acts">
        {!isOff && !isApproved && (
          <>
            <RowAct word="登记异议" of={name} onClick={() => onLayer('raise')} />
            {concludedAt === null ? (
              <RowAct word="移出" of={name} onClick={() => onLayer('take-off')} />
            ) : (
              <RowAct word="改回公示中" of={name} onClick={() => onLayer('reopen')} />
            )}
          </>
        )}
      </td>
    </tr>
  );
}

function RowAct({ word, of, onClick }: Readonly<{ word: string; of: string; onClick(): void }>) {
  return (
    <button type="button" className="text-act row-act" aria-label={`${word}：${of}`} onClick={onClick}>
      {word}
    </button>
  );
}

function isFound({ name, department, title }: NoticePerson, search: string): boolean {
  return [name, department, title].some((field) => field.includes(search));
}

function withToggled(ticked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ticked);
  if (!next.delete(id)) next.add(id);
  return next;
}
