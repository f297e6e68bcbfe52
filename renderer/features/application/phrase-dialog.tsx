/** 「管理常用语」: words and module of each, as they are changed; nothing to be saved. */
import { Button, Input, Select } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { beforeLock } from '../../client/before-lock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { isComposing } from '../../ui/ime-guard.ts';
import { groupPhrases, type Phrase } from './phrases.ts';
import { moduleOption, moduleOptions, toModuleId } from './module-options.ts';
import type { Phrases } from './use-phrases.ts';

const MODULE_OPTIONS = moduleOptions('通用');

export function PhraseDialog({ phrases, onClose }: Readonly<{ phrases: Phrases; onClose(): void }>) {
  const [added, setAdded] = useState<readonly Phrase[]>([]);
  const [removed, setRemoved] = useState<Phrase | null>(null);
  const [order] = useState(() => groupPhrases(phrases.all, null).flatMap((group) => group.phrases.map(({ id }) => id)));
  const known = new Map(phrases.all.map((phrase) => [phrase.id, phrase]));
  // in the order in which the dialog was opened: nothing moves under the hand
  const listed = [
    ...added.map((phrase) => known.get(phrase.id) ?? phrase),
    ...order.flatMap((id) => known.get(id) ?? []),
  ];
  const add = () =>
    setAdded([{ id: crypto.randomUUID(), moduleId: null, text: '', usedCount: 0, usedAt: null }, ...added]);
  const remove = (phrase: Phrase) => {
    setAdded(added.filter(({ id }) => id !== phrase.id));
    setRemoved(phrase.text === '' ? null : phrase);
    void phrases.remove(phrase.id);
  };
  const restore = (phrase: Phrase) => {
    setRemoved(null);
    setAdded([phrase, ...added]);
    void phrases.save(phrase);
  };
  return (
    <Dialog
      title="管理常用语"
      widthPx={760}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={add}>添一条</Button>
          <Button type="primary" onClick={onClose}>
            好了
          </Button>
        </>
      }
    >
      {listed.length === 0 && <p className="second">还没有常用语。可以在这里添，也可以把写好的一条存进来。</p>}
      <ul className="phrase-list">
        {listed.map((phrase) => (
          <PhraseRow key={phrase.id} phrase={phrase} onSave={phrases.save} onRemove={remove} />
        ))}
      </ul>
      <p className="second" role="status">
        {removed ? (
          <>
            {`已删去“${removed.text}” `}
            <button type="button" className="text-act" onClick={() => restore(removed)}>
              恢复
            </button>
          </>
        ) : (
          (phrases.said ?? '改好就存下了。')
        )}
      </p>
    </Dialog>
  );
}

type RowProps = Readonly<{ phrase: Phrase; onSave: Phrases['save']; onRemove(phrase: Phrase): void }>;

function PhraseRow({ phrase, onSave, onRemove }: RowProps) {
  const [text, setText] = useState(phrase.text);
  const [moduleId, setModuleId] = useState(phrase.moduleId);
  const keep = (next = moduleId) => {
    const words = text.trim();
    const isChanged = words !== phrase.text || next !== phrase.moduleId;
    return words !== '' && isChanged ? onSave({ id: phrase.id, moduleId: next, text: words }) : Promise.resolve();
  };
  const keepBeforeLock = useEffectEvent(() => keep());
  useEffect(() => beforeLock(() => keepBeforeLock()), []);
  return (
    <li>
      <Select
        aria-label="哪个模块的"
        value={moduleOption(moduleId)}
        options={MODULE_OPTIONS}
        onChange={(value) => {
          setModuleId(toModuleId(value));
          void keep(toModuleId(value));
        }}
      />
      <Input
        aria-label="常用语"
        maxLength={300}
        autoFocus={phrase.text === ''}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void keep()}
        onPressEnter={(event) => {
          if (!isComposing(event)) void keep();
        }}
      />
      <button type="button" className="text-act" onClick={() => onRemove(phrase)}>
        删去
      </button>
    </li>
  );
}
