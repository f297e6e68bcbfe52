/** What has to be there for the person in hand, what is, and the keys that file a page to each (ux 3.7). */
import { useState, type DragEvent } from 'react';
import { moduleDef } from '#model/modules.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { troubleOf } from '../../ui/trouble.ts';
import { missingWords, NUMBERED, numberOf } from './checklist.ts';
import { DRAGGED_PAGES } from './page-tile.tsx';
import type { PersonChecklist } from './use-checklist.ts';
import type { Material } from './types.ts';
import { SCANS_TROUBLES } from './words.ts';

type Props = Readonly<{
  checklist: PersonChecklist;
  /** the material the page in hand is proposed for, or filed to */
  currentId: string | null;
  onFile(material: Material): void;
  onDropPages(ids: readonly string[], material: Material): void;
}>;

export function ChecklistPane({ checklist, currentId, onFile, onDropPages }: Props) {
  const { person, materials, from, error } = checklist;
  return (
    <aside className="checklist" aria-label="材料清单">
      <header className="checklist-head">
        <h2 className="cut">{person ?? '材料清单'}</h2>
        {materials && <span className="second">{missingWords(materials)}</span>}
      </header>
      {!materials && error && <TroubleBlock trouble={troubleOf(error, SCANS_TROUBLES)} />}
      {!materials && !error && <LoadingBlock rows={5} />}
      {materials && (
        <ul className="checklist-list">
          {materials.map((material, at) => (
            <MaterialRow
              key={material.id}
              material={material}
              number={numberOf(at, from)}
              isCurrent={material.id === currentId}
              onFile={() => onFile(material)}
              onDropPages={(ids) => onDropPages(ids, material)}
            />
          ))}
        </ul>
      )}
      {materials && materials.length > NUMBERED && (
        <button type="button" className="text-act checklist-more" onClick={checklist.nextNine}>
          {`数字键换到下${NUMBERED}项（0）`}
        </button>
      )}
    </aside>
  );
}

type RowProps = Readonly<{
  material: Material;
  /** its key; null: none at present */
  number: number | null;
  isCurrent: boolean;
  onFile(): void;
  onDropPages(ids: readonly string[]): void;
}>;

function MaterialRow({ material, number, isCurrent, onFile, onDropPages }: RowProps) {
  const [isOver, setOver] = useState(false);
  const count = material.attachmentIds.length + material.pageIds.length;
  const state = material.isComplete ? '已有' : material.isRequired ? '缺' : '没有';
  const drop = (event: DragEvent) => {
    setOver(false);
    const ids = event.dataTransfer.getData(DRAGGED_PAGES).split(' ').filter(Boolean);
    if (ids.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onDropPages(ids);
  };
  return (
    <li>
      <button
        type="button"
        className={`material${isOver ? ' is-over' : ''}${isCurrent ? ' is-current' : ''}`}
        title={`${moduleDef(material.moduleId).shortName} ${material.label}`}
        onClick={onFile}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(DRAGGED_PAGES)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <kbd className="material-key">{number ?? ''}</kbd>
        <span className={material.isComplete ? 'tone-good' : material.isRequired ? 'tone-warn' : 'tone-quiet'}>
          <Glyph name={material.isComplete ? 'tick' : material.isRequired ? 'triangle' : 'ring'} />
          <span className="visually-hidden">{state}</span>
        </span>
        <span className="material-words">
          {material.label}
          <span className="second">{` ${moduleDef(material.moduleId).shortName}`}</span>
        </span>
        <span className="second">{count > 0 ? `${count}页` : material.isRequired ? '缺' : ''}</span>
      </button>
    </li>
  );
}
