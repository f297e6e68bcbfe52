/** 「改」「移到…」: whose page it is, and which material; the first of both are those that are likely. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { moduleDef } from '#model/modules.ts';
import { api, useQuery } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { isMissing, missingWords } from './checklist.ts';
import type { Target } from './use-page-acts.ts';
import type { Material } from './types.ts';

type Props = Readonly<{
  /** how many pages are meant */
  count: number;
  /** the person who is likely; null: nobody is */
  applicationId: string | null;
  onFile(target: Target): void;
  onClose(): void;
}>;

const MOST_FOUND = 30;

export function FileDialog({ count, applicationId, onFile, onClose }: Props) {
  const [chosen, setChosen] = useState(applicationId);
  const [search, setSearch] = useState('');
  const checklist = useQuery(chosen === null ? null : `checklist ${chosen}`, () =>
    api.scans.checklist({ applicationId: chosen ?? '' }),
  ).value;
  return (
    <Dialog
      title={`${count}页归到哪里`}
      widthPx={720}
      onCancel={onClose}
      footer={<Button onClick={onClose}>不归位</Button>}
    >
      <div className="file-dialog">
        <section aria-label="申报人">
          <Input
            aria-label="找申报人"
            placeholder="姓名、拼音、身份证后4位"
            maxLength={60}
            autoFocus={applicationId === null}
            onChange={(event) => {
              if (!(event.nativeEvent as InputEvent).isComposing) setSearch(event.target.value.trim());
            }}
            onCompositionEnd={(event) => setSearch(event.currentTarget.value.trim())}
          />
          <People search={search} chosen={chosen} onChoose={setChosen} />
        </section>
        <section aria-label="材料">
          {checklist && (
            <h3 className="choice-head">
              {`${checklist.person}的材料`}
              <span className="second">{missingWords(checklist.materials)}</span>
            </h3>
          )}
          {!checklist && <p className="second">{chosen === null ? '先在左边选人。' : '正在打开清单…'}</p>}
          {checklist && chosen !== null && (
            <Materials
              materials={checklist.materials}
              onChoose={({ id, label }) =>
                onFile({ applicationId: chosen, person: checklist.person, materialId: id, label })
              }
            />
          )}
        </section>
      </div>
    </Dialog>
  );
}

type PeopleProps = Readonly<{ search: string; chosen: string | null; onChoose(id: string): void }>;

function People({ search, chosen, onChoose }: PeopleProps) {
  const { value } = useQuery(
    `people ${search}`,
    () => api.applications.list({ view: 'all', search, sort: 'name', limit: MOST_FOUND }),
    { keepsPrevious: true },
  );
  if (value?.rows.length === 0) return <p className="second">{`没有找到“${search}”。`}</p>;
  return (
    <ul className="choice-list">
      {value?.rows.map(({ id, name, department, title }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
            <b>{name}</b>
            <span className="second cut">{`${department} ${title}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

type MaterialsProps = Readonly<{ materials: readonly Material[]; onChoose(material: Material): void }>;

function Materials({ materials, onChoose }: MaterialsProps) {
  return (
    <ul className="choice-list">
      {materials.map((material) => (
        <li key={material.id}>
          <button type="button" onClick={() => onChoose(material)}>
            <span>{material.label}</span>
            <span className="second">
              {`${moduleDef(material.moduleId).shortName}${isMissing(material) ? ' 缺' : ''}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
