/** 「要改的问题」: what the return will say, line by line, each ticked, moved and worded by the person (mock 03). */
import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { moduleDef, type ModuleId } from '#model/modules.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { SeverityGlyph, severityWord } from '../../ui/severity.tsx';
import type { FindingActs } from './finding-note.tsx';
import type { Found } from './finding-list.ts';
import { LineEditor, type LineBox } from './line-editor.tsx';
import { insertAt, type Phrase } from './phrases.ts';
import { PhraseMenu } from './phrase-menu.tsx';
import type { ListedLine } from './return-list.ts';
import { usePhrases } from './use-phrases.ts';
import type { ReturnState } from './use-return.ts';

type Props = Readonly<{
  letter: ReturnState;
  findings: readonly Found[];
  acts: FindingActs;
  /** the module on screen: a line of one's own is about it */
  moduleId: ModuleId;
}>;

export function ReturnLines({ letter, findings, acts, moduleId }: Props) {
  const phrases = usePhrases();
  const list = useRef<HTMLUListElement>(null);
  const box = useRef<LineBox>(null);
  const follow = useFollow(list, letter);
  const edited = letter.lines.find(({ id }) => id === letter.editing);
  // the line that is being written stays in sight as it grows, and as the list gives way to what is said below it
  useEffect(() => {
    list.current?.querySelector('.is-edited')?.scrollIntoView({ block: 'nearest' });
  }, [edited?.id, edited?.text, phrases.said]);

  function insert(phrase: Phrase): void {
    const field = box.current?.resizableTextArea?.textArea;
    if (!edited || !field) {
      letter.add(phrase.moduleId ?? moduleId, phrase.text);
      return;
    }
    const selection = { start: field.selectionStart, end: field.selectionEnd };
    const { text, caret } = insertAt(edited.text, phrase.text, selection);
    letter.change(edited.id, { text });
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(caret, caret);
    });
  }
  return (
    <section className="return-lines" aria-label="要改的问题">
      <header className="panel-head">
        <h2>要改的问题</h2>
        <span className="panel-acts">
          <button type="button" className="text-act" onClick={letter.includeAll}>
            全部写入
          </button>
          <PhraseMenu phrases={phrases} moduleId={edited ? edited.moduleId : moduleId} onPick={insert} />
          <button type="button" className="text-act" onClick={() => letter.add(moduleId)}>
            写一条 <KeyHint keys="F2" />
          </button>
        </span>
      </header>
      <ul ref={list} className="lines">
        {letter.listed.length === 0 && (
          <li className="second lines-none">没有发现要申报人改的问题。要返回，请写一条。</li>
        )}
        {letter.listed.map((listed) =>
          listed.line.id === letter.editing ? (
            <li key={listed.line.id} className="line is-edited" data-line={listed.line.id}>
              <LineEditor
                line={listed.line}
                box={box}
                onChange={(change) => letter.change(listed.line.id, change)}
                onKeep={() => {
                  const { text, moduleId: about } = listed.line;
                  void phrases.save({ id: crypto.randomUUID(), moduleId: about, text: text.trim().slice(0, 300) });
                }}
                onRemove={() =>
                  (listed.line.findingKey === null || listed.solved ? letter.remove : letter.revert)(listed.line.id)
                }
                onDone={() => {
                  follow(listed.line.id, 'edit');
                  letter.edit(null);
                }}
              />
            </li>
          ) : (
            <LineRow
              key={listed.line.id}
              listed={listed}
              finding={findings.find(({ key }) => key === listed.line.findingKey) ?? null}
              letter={letter}
              acts={acts}
              onMove={(by) => {
                follow(listed.line.id, by === -1 ? 'up' : 'down');
                letter.move(listed.line.id, by);
              }}
            />
          ),
        )}
      </ul>
      <p className="lines-said second" role="status">
        {letter.removed ? (
          <>
            {`已去掉“${letter.removed.text.slice(0, 20)}” `}
            <button type="button" className="text-act" onClick={letter.restore}>
              恢复
            </button>
          </>
        ) : (
          phrases.said
        )}
      </p>
    </section>
  );
}

/** A line that was moved or closed keeps the keyboard, wherever it lies now. */
function useFollow(list: Readonly<{ current: HTMLUListElement | null }>, letter: ReturnState) {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = null;
  }, [list, letter.listed, letter.editing]);
  return (lineId: string, act: string) => {
    wanted.current = `[data-line="${CSS.escape(lineId)}"] [data-act=${act}]`;
  };
}

type RowProps = Readonly<{
  listed: ListedLine;
  finding: Found | null;
  letter: ReturnState;
  acts: FindingActs;
  onMove(by: -1 | 1): void;
}>;

function LineRow({ listed, finding, letter, acts, onMove }: RowProps) {
  const { line, number, severity, solved } = listed;
  const about = line.moduleId === null ? '' : moduleDef(line.moduleId).shortName;
  const isOff = !line.isIncluded;
  const words = (
    <>
      <span className="line-module">{about}</span>
      <span className={solved ? 'line-struck' : undefined}>
        {line.text}
        {isOff && !solved && (severity ? `（${severityWord(severity)}，未写入）` : '（未写入）')}
      </span>
    </>
  );
  return (
    <li className={`line${isOff ? ' is-off' : ''}${solved ? ' is-solved' : ''}`} data-line={line.id}>
      <Checkbox
        checked={line.isIncluded}
        aria-label={`写进意见：${about}${line.text}`}
        onChange={(event) => letter.include(line.id, event.target.checked)}
      />
      <span className="line-number">
        {number ?? (severity && <SeverityGlyph severity={severity} label={severityWord(severity)} />)}
      </span>
      <div className="line-text">
        {finding && !solved ? (
          <button type="button" className="line-words" title="看这一处" onClick={() => acts.go(finding)}>
            {words}
          </button>
        ) : (
          <div className="line-words">{words}</div>
        )}
        {solved && (
          <p className="line-solved">
            {solved === 'corrected' ? '已改正，从意见中去掉？' : '已说明不是问题，从意见中去掉？'}
            <button type="button" className="text-act" onClick={() => letter.remove(line.id)}>
              去掉
            </button>
          </p>
        )}
      </div>
      <span className="line-acts">
        {isOff ? (
          <button type="button" className="text-act" onClick={() => letter.include(line.id, true)}>
            写入
          </button>
        ) : (
          <>
            <button type="button" className="text-act" data-act="up" aria-label="上移" onClick={() => onMove(-1)}>
              <Glyph name="arrow" />
            </button>
            <button
              type="button"
              className="text-act is-down"
              data-act="down"
              aria-label="下移"
              onClick={() => onMove(1)}
            >
              <Glyph name="arrow" />
            </button>
            <button
              type="button"
              className="text-act"
              data-act="edit"
              aria-label="改这一条"
              onClick={() => letter.edit(line.id)}
            >
              改
            </button>
          </>
        )}
      </span>
    </li>
  );
}
