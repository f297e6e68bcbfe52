/** The columns of each list of the library. */
import type { ReactNode } from 'react';
import { Copyables } from './copyable.tsx';
import { Field, Marked } from './marked.tsx';
import type { Column } from './row-table.tsx';
import type { Hit, HitOf } from './types.ts';
import type { Copy } from './use-copy.ts';
import { COMMITTEE_LEVEL_WORDS, CONTACT_WORDS, KIND_WORDS, nameOf, summaryOf } from './words.ts';

function only<K extends Hit['kind']>(kind: K, cell: (hit: HitOf<K>) => ReactNode) {
  return (hit: Hit) => (hit.kind === kind ? cell(hit as HitOf<K>) : null);
}

const NAME: Column = {
  key: 'name',
  title: '名称',
  cell: (hit) => (
    <b className="entry-name">
      <Field hit={hit} {...nameOf(hit)} />
    </b>
  ),
};

export function allColumns(copying: Copy): readonly Column[] {
  return [
    { key: 'kind', title: '在哪一栏', cell: (hit) => <span className="second">{KIND_WORDS[hit.kind]}</span> },
    NAME,
    { key: 'summary', title: '内容', cell: (hit) => <Marked {...summaryOf(hit)} /> },
    { key: 'phone', title: '电话', cell: (hit) => <Copyables hit={hit} copying={copying} /> },
  ];
}

export function committeeColumns(copying: Copy): readonly Column[] {
  return [
    { key: 'level', title: '级别', cell: only('committee', ({ item }) => COMMITTEE_LEVEL_WORDS[item.level]) },
    { ...NAME, title: '评委会' },
    {
      key: 'scope',
      title: '评审范围',
      cell: only('committee', (hit) => <Field hit={hit} path="scope" text={hit.item.scope} />),
    },
    {
      key: 'body',
      title: '组建单位',
      cell: only('committee', (hit) => <Field hit={hit} path="body" text={hit.item.body} />),
    },
    { key: 'phone', title: '电话', cell: (hit) => <Copyables hit={hit} copying={copying} /> },
  ];
}

export const PLANNING_COLUMNS: readonly Column[] = [
  { key: 'level', title: '级别', cell: only('planning', ({ item }) => COMMITTEE_LEVEL_WORDS[item.level]) },
  { ...NAME, title: '评委会' },
  {
    key: 'body',
    title: '组建单位',
    cell: only('planning', (hit) => <Field hit={hit} path="body" text={hit.item.body} />),
  },
  {
    key: 'due',
    title: '评审时间',
    cell: only('planning', (hit) => (
      <b className="entry-name">
        <Field hit={hit} path="due" text={hit.item.due} />
      </b>
    )),
  },
];

export function officeColumns(copying: Copy, onSource: (source: string) => void): readonly Column[] {
  return [
    { ...NAME, title: '单位' },
    { key: 'phone', title: '电话', cell: (hit) => <Copyables hit={hit} copying={copying} /> },
    { key: 'address', title: '地址', cell: (hit) => <Address hit={hit} onSource={onSource} /> },
    {
      key: 'service',
      title: '办什么',
      cell: only('office', (hit) => <Field hit={hit} path="service" text={hit.item.service} />),
    },
  ];
}

function Address({ hit, onSource }: Readonly<{ hit: Hit; onSource(source: string): void }>) {
  if (hit.kind === 'office') return <Field hit={hit} path="address" text={hit.item.address} />;
  if (hit.kind !== 'contact') return null;
  const { kind, source } = hit.item;
  return (
    <span className="second">
      {`${CONTACT_WORDS[kind]}，见指南`}
      <button type="button" className="text-act" tabIndex={-1} onClick={() => onSource(source)}>
        {source}
      </button>
    </span>
  );
}
