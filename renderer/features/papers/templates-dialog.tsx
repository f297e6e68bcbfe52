/** 「模板」: the office's own wording of notices, proofs and letters; checked before it is taken, given back at will. */
import { TEMPLATE_NAMES } from '#model/paper.ts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { api, tokenForFile, useQuery } from '../../client/index.ts';
import { saveDownload } from '../../client/save-download.ts';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { placeholderForm, templateProblemWords } from './template-words.ts';
import { papersRefusal, papersTrouble, templateProblemsOf } from './trouble-words.ts';
import type { Template, TemplateProblem } from './types.ts';

export function TemplatesDialog({ onClose }: Readonly<{ onClose(): void }>) {
  const { value, error, refetch } = useQuery('templates', () => api.papers.templates({}), {
    refetchOn: { 'papers.changed': true },
  });
  const [chosen, setChosen] = useState<Template['kind']>('publicity-notice');
  const template = value?.templates.find(({ kind }) => kind === chosen);
  return (
    <Dialog
      title="模板"
      widthPx={880}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          关上
        </Button>
      }
    >
      {!value && (error ? <TroubleBlock trouble={papersTrouble(error)} onRetry={refetch} /> : <LoadingBlock />)}
      {value && (
        <div className="templates">
          <ul className="choice-list" aria-label="哪一种">
            {value.templates.map(({ kind, isOwn }) => (
              <li key={kind}>
                <button type="button" aria-pressed={kind === chosen} onClick={() => setChosen(kind)}>
                  <span>{TEMPLATE_NAMES[kind]}</span>
                  <span className="second">{isOwn ? '自己的' : '默认'}</span>
                </button>
              </li>
            ))}
          </ul>
          {template && <TemplateView key={template.kind} template={template} />}
        </div>
      )}
    </Dialog>
  );
}

/** What became of the last change: taken, perhaps with something that is not drawn, or refused and why. */
type Outcome = Readonly<{ said: string; isRefused: boolean; problems: readonly TemplateProblem[] }>;

function TemplateView({ template }: Readonly<{ template: Template }>) {
  const { kind, isOwn, savedAt, savedBy, fileName, address } = template;
  const input = useRef<HTMLInputElement>(null);
  const { isBusy, outcome, replace, restore } = useReplacing(kind);
  return (
    <section aria-label={TEMPLATE_NAMES[kind]} className="template">
      <p>
        {isOwn
          ? `正在用自己的模板，${savedAt === null ? '' : formatMoment(savedAt)} ${savedBy}换上。`
          : '正在用默认的模板。'}
      </p>
      <p className="template-acts">
        <Button onClick={() => saveDownload(address, fileName)}>下载</Button>
        <Button loading={isBusy} onClick={() => input.current?.click()}>
          换成自己的
        </Button>
        {isOwn && (
          <Button disabled={isBusy} onClick={() => void restore()}>
            恢复默认
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept=".docx"
          hidden
          aria-label="选模板文件"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void replace(file);
            event.target.value = '';
          }}
        />
      </p>
      {outcome && <OutcomeView outcome={outcome} />}
      <Placeholders template={template} />
    </section>
  );
}

function OutcomeView({ outcome: { said, isRefused, problems } }: Readonly<{ outcome: Outcome }>) {
  const level = isRefused ? 'block' : problems.length > 0 ? 'warn' : 'good';
  return (
    <WarningLine level={level} isAnswer>
      {said}
      {problems.length > 0 && (
        <ul className="template-problems">
          {[...new Set(problems.map(templateProblemWords))].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </WarningLine>
  );
}

function Placeholders({ template: { placeholders } }: Readonly<{ template: Template }>) {
  return (
    <table className="report-table placeholders">
      <thead>
        <tr>
          <th scope="col">填写项</th>
          <th scope="col">填什么</th>
          <th scope="col">必须有</th>
        </tr>
      </thead>
      <tbody>
        {placeholders.map((placeholder) => (
          <tr key={`${placeholder.list ?? ''} ${placeholder.name}`}>
            <th scope="row" className={placeholder.list === null ? undefined : 'is-inside'}>
              {placeholderForm(placeholder)}
            </th>
            <td>{placeholder.meaning}</td>
            <td>
              {placeholder.isRequired && (
                <>
                  <Glyph name="tick" /> 是
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useReplacing(kind: Template['kind']) {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  async function replace(file: File): Promise<void> {
    setBusy(true);
    setOutcome(await replaced(kind, file));
    setBusy(false);
  }
  async function restore(): Promise<void> {
    setBusy(true);
    const answer = await api.papers.restoreTemplate({ kind });
    const said = answer.ok ? '已恢复默认的模板。以前生成的会提示请重打。' : papersRefusal(answer.error);
    setOutcome({ said, isRefused: !answer.ok, problems: [] });
    setBusy(false);
  }
  return { isBusy, outcome, replace, restore };
}

async function replaced(kind: Template['kind'], file: File): Promise<Outcome> {
  const token = await tokenForFile(file);
  const gone = { code: 'file-gone', message: 'no token' } as const;
  if (token === null) return { said: papersRefusal(gone), isRefused: true, problems: [] };
  const answer = await api.papers.replaceTemplate({ kind, token });
  if (!answer.ok) {
    return { said: papersRefusal(answer.error), isRefused: true, problems: templateProblemsOf(answer.error) };
  }
  const { warnings } = answer.value;
  const note = warnings.length > 0 ? '有些内容只在Word里有：' : '以前生成的会提示请重打。';
  return { said: `已换成“${file.name}”。${note}`, isRefused: false, problems: warnings };
}
