/** 「筛选」: tick what is to be seen; nothing ticked means all. A choice can be kept as a view of one's own. */
import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { LEVEL_WORDS } from '#model/application.ts';
import { api, useQuery } from '../../client/index.ts';
import { EMPLOYMENT_WORDS, PROBLEM_WORDS } from './words.ts';
import { filterCount, NO_FILTERS, type QueueFilters } from './queue-store.ts';
import { shortCommittee } from './cells.tsx';

type Props = Readonly<{
  filters: QueueFilters;
  onChange(filters: QueueFilters): void;
  onKeep(name: string): void;
}>;

export function FilterButton(props: Props) {
  const chosen = filterCount(props.filters);
  return (
    <Popover trigger="click" placement="bottomRight" content={<FilterPanel {...props} />}>
      <Button color="default" variant="text">
        {chosen > 0 ? `筛选 ${chosen}项` : '筛选'}
      </Button>
    </Popover>
  );
}

function FilterPanel({ filters, onChange, onKeep }: Props) {
  const facets = useQuery('facets', () => api.applications.facets({}), { refetchOn: { 'applications.changed': true } });
  const { committees, departments } = facets.value ?? { committees: [], departments: [] };
  return (
    <div className="filter-panel">
      <Choice
        title="问题"
        options={Object.entries(PROBLEM_WORDS).map(([value, label]) => ({ value, label }))}
        chosen={filters.problems}
        onChange={(chosen) => onChange({ ...filters, problems: chosen as QueueFilters['problems'] })}
      />
      <Choice
        title="评委会"
        options={committees.map(({ value, count }) => ({ value, label: `${shortCommittee(value)} ${count}` }))}
        chosen={filters.committees}
        onChange={(chosen) => onChange({ ...filters, committees: chosen })}
      />
      <Choice
        title="级别"
        options={Object.entries(LEVEL_WORDS).map(([value, label]) => ({ value, label }))}
        chosen={filters.levels}
        onChange={(chosen) => onChange({ ...filters, levels: chosen as QueueFilters['levels'] })}
      />
      <Choice
        title="用人方式"
        options={Object.entries(EMPLOYMENT_WORDS).map(([value, label]) => ({ value, label }))}
        chosen={filters.employments}
        onChange={(chosen) => onChange({ ...filters, employments: chosen as QueueFilters['employments'] })}
      />
      <Choice
        title="部门"
        options={departments.map(({ value, count }) => ({ value, label: `${value} ${count}` }))}
        chosen={filters.departments}
        onChange={(chosen) => onChange({ ...filters, departments: chosen })}
      />
      <KeepView isEmpty={filterCount(filters) === 0} onKeep={onKeep} onClear={() => onChange(NO_FILTERS)} />
    </div>
  );
}

type ChoiceProps = Readonly<{
  title: string;
  options: readonly Readonly<{ value: string; label: string }>[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}>;

function Choice({ title, options, chosen, onChange }: ChoiceProps) {
  if (options.length === 0) return null;
  return (
    <fieldset className="filter-group">
      <legend>{title}</legend>
      <Checkbox.Group options={[...options]} value={[...chosen]} onChange={onChange} />
    </fieldset>
  );
}

function KeepView({
  isEmpty,
  onKeep,
  onClear,
}: Readonly<{ isEmpty: boolean; onKeep(name: string): void; onClear(): void }>) {
  const [name, setName] = useState('');
  if (isEmpty) return <p className="second">选好后可以存成自己的视图。</p>;
  return (
    <div className="filter-keep">
      <Input
        aria-label="视图名称"
        placeholder="视图名称"
        maxLength={8}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button disabled={name.trim() === ''} onClick={() => onKeep(name.trim())}>
        存为视图
      </Button>
      <Button variant="text" color="default" onClick={onClear}>
        清除筛选
      </Button>
    </div>
  );
}
