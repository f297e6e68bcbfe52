/** One line of the return while it is written: it wraps, and is one paragraph all the same. */
import { Input, Select, type GetRef } from 'antd';
import type { KeyboardEvent, Ref } from 'react';
import { LINE_LIMIT, type ReturnLine } from '#model/return-letter.ts';
import type { ModuleId } from '#model/modules.ts';
import { isComposing } from '../../ui/ime-guard.ts';
import { moduleOption, moduleOptions, toModuleId } from './module-options.ts';

export type LineBox = GetRef<typeof Input.TextArea>;

type Props = Readonly<{
  line: ReturnLine;
  box: Ref<LineBox>;
  onChange(change: Readonly<{ text?: string; moduleId?: ModuleId | null }>): void;
  onKeep(): void;
  /** of one's own: takes it out; of a finding: its words as found again */
  onRemove(): void;
  onDone(): void;
}>;

const MODULE_OPTIONS = moduleOptions('整件申报');

export function LineEditor({ line, box, onChange, onKeep, onRemove, onDone }: Props) {
  const isOwn = line.findingKey === null;
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey);
    if (!isDone || isComposing(event)) return;
    event.preventDefault();
    onDone();
  };
  return (
    <div className="line-editor">
      <Input.TextArea
        ref={box}
        autoFocus
        aria-label="要改的问题"
        autoSize={{ minRows: 1, maxRows: 5 }}
        maxLength={LINE_LIMIT}
        value={line.text}
        placeholder="写清哪里不对、怎么改。例：毕业证书扫描件缺第2页，请补传。"
        onChange={(event) => onChange({ text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <div className="line-editor-foot">
        {isOwn && (
          <Select
            aria-label="哪个模块"
            size="small"
            value={moduleOption(line.moduleId)}
            options={MODULE_OPTIONS}
            onChange={(value) => onChange({ moduleId: toModuleId(value) })}
          />
        )}
        {line.text.trim() !== '' && (
          <button type="button" className="text-act" onClick={onKeep}>
            存为常用语
          </button>
        )}
        {(isOwn || line.isEdited) && (
          <button type="button" className="text-act" onClick={onRemove}>
            {isOwn ? '删去' : '恢复原文'}
          </button>
        )}
        <button type="button" className="text-act line-done" onClick={onDone}>
          写好了 <span className="key-hint">Enter</span>
        </button>
      </div>
    </div>
  );
}
