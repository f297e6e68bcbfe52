/** The guide's questions and sections: headings on the left, the text on the right. */
import { useEffect, useRef } from 'react';
import type { GuideTable } from '#model/reference.ts';
import { Field } from './marked.tsx';
import { rowId, type Moves } from './row-table.tsx';
import { PlanningTable, TitlesTable } from './titles-table.tsx';
import type { Hit, HitOf } from './types.ts';
import './guide.css';

export type GuideHit = HitOf<'question'> | HitOf<'section'>;
/** The tables that stand inside the texts, whole, whatever is searched for. */
export type GuideTables = Readonly<{ titles: readonly HitOf<'title'>[]; planning: readonly HitOf<'planning'>[] }>;

export function isGuideHit(hit: Hit): hit is GuideHit {
  return hit.kind === 'question' || hit.kind === 'section';
}

type Props = Readonly<{
  label: string;
  entries: readonly GuideHit[];
  moves: Moves;
  tables: GuideTables;
  /** the paragraph that a link meant */
  block: number | null;
}>;

export function GuideReader({ label, entries, moves, tables, block }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const shown = entries.find(({ id }) => id === moves.activeId) ?? entries[0];
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    const meant = text.current?.querySelector('.is-meant');
    if (meant) meant.scrollIntoView({ block: 'center' });
    else text.current?.scrollTo({ top: 0 });
  }, [shown?.id, block]);

  return (
    <div className="guide-reader">
      <div
        ref={list}
        className="guide-list"
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={shown && rowId(shown.id)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') text.current?.focus();
          else moves.onKey(event);
        }}
      >
        {entries.map((hit) => (
          <div
            key={hit.id}
            id={rowId(hit.id)}
            role="option"
            tabIndex={-1}
            aria-selected={hit.id === shown?.id}
            className="guide-heading"
            onClick={() => moves.onActivate(hit.id)}
          >
            <span className="guide-number">
              <Field hit={hit} path="id" text={hit.item.id} />
            </span>
            <span>
              <Field hit={hit} path="title" text={hit.item.title} />
            </span>
          </div>
        ))}
      </div>
      {shown && (
        <section ref={text} className="guide-text" tabIndex={0} aria-label={shown.item.title}>
          <GuideArticle hit={shown} tables={tables} block={block} />
        </section>
      )}
    </div>
  );
}

type ArticleProps = Readonly<{ hit: GuideHit; tables: GuideTables; block: number | null }>;

export function GuideArticle({ hit, tables, block }: ArticleProps) {
  const path = hit.kind === 'section' ? hit.item.path : [];
  return (
    <article className="guide-article">
      {path.length > 0 && <p className="second guide-path">{path.join('，')}</p>}
      <h2>
        <span className="guide-number">{hit.item.id}</span>
        <Field hit={hit} path="title" text={hit.item.title} />
      </h2>
      {hit.item.blocks.map((part, index) =>
        'text' in part ? (
          <p key={part.text} className={index === block ? 'is-meant' : undefined}>
            <Field hit={hit} path={`blocks.${index}.text`} text={part.text} />
          </p>
        ) : (
          <TableBlock key={part.table} table={part.table} tables={tables} />
        ),
      )}
    </article>
  );
}

function TableBlock({ table, tables }: Readonly<{ table: GuideTable; tables: GuideTables }>) {
  switch (table) {
    case 'titles':
      return <TitlesTable series={tables.titles} />;
    case 'planning-high':
      return <PlanningTable rows={tables.planning.filter(({ item }) => item.level === 'high')} />;
    case 'planning-middle':
      return <PlanningTable rows={tables.planning.filter(({ item }) => item.level === 'middle')} />;
  }
}
