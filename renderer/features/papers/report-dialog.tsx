/** What came of a run: files with their sizes, how long it took, what was not made or saved and why, what to look at. */
import { Button } from 'antd';
import { useStore } from 'zustand';
import { saveDownload } from '../../client/save-download.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { formatSize } from '../../ui/format.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { troubleText } from '../../ui/trouble.ts';
import { chooseFolder, hasFolderPicker } from './choose-folder.ts';
import { FailedList } from './failed-list.tsx';
import { isUnderWay, type Run } from './runs.ts';
import { runs } from './runs-desk.ts';
import { SAVE_TROUBLES } from './trouble-words.ts';
import type { Batch, MadeFile } from './types.ts';
import { distinct, madeWords, noteWords, PAPER_WORDS, sizeOf } from './words.ts';

export function ReportDialog() {
  const { run, isReportOpen, openReport, save } = useStore(runs);
  if (!run?.batch || !isReportOpen || isUnderWay(run)) return null;
  const { batch } = run;
  const left = unsavedOf(run, batch);
  const close = () => openReport(false);
  async function saveLeft(): Promise<void> {
    if (!hasFolderPicker()) return saveEach(left);
    const folder = await chooseFolder();
    if (folder) await save(folder);
  }
  return (
    <Dialog
      title="这一批的报告"
      widthPx={760}
      onCancel={close}
      footer={
        <>
          {left.length > 0 && (
            <Button onClick={() => void saveLeft()}>
              {hasFolderPicker() ? `存到文件夹（${left.length}个）` : `下载${left.length}个文件`}
            </Button>
          )}
          <Button type="primary" onClick={close}>
            关上
          </Button>
        </>
      }
    >
      <p>
        <b>{madeWords(batch)}</b>
        <span className="second">{filesWords(batch)}</span>
      </p>
      <SavedWords run={run} />
      {batch.failed.length > 0 && <FailedList failed={batch.failed} />}
      <Notes notes={batch.notes} />
      {batch.files.length > 0 && <Files files={batch.files} run={run} />}
    </Dialog>
  );
}

function filesWords({ files }: Batch): string {
  return files.length === 0 ? '' : ` ${files.length}个文件，${sizeOf(files)}。`;
}

function unsavedOf({ saving }: Run, { files }: Batch): readonly MadeFile[] {
  const saved = new Set(saving?.saved.map(({ address }) => address));
  return files.filter(({ address }) => !saved.has(address));
}

/** ms: a browser that is handed many files at once asks, or drops some */
const BETWEEN_MS = 400;

/** Where no folder can be chosen: one download after the other. */
async function saveEach(files: readonly MadeFile[]): Promise<void> {
  for (const { address, fileName } of files) {
    saveDownload(address, fileName);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

function SavedWords({ run: { saving, toSave, wasCancelled } }: Readonly<{ run: Run }>) {
  if (!saving) return null;
  const { saved, unsaved } = saving;
  if (unsaved.length === 0 && saved.length === toSave) {
    return <WarningLine level="good">{`${saved.length}个文件都已存好，${sizeOf(saved)}。`}</WarningLine>;
  }
  return (
    <WarningLine level="warn">
      {`${wasCancelled ? '已停下：' : ''}存好${saved.length}个，还有${toSave - saved.length}个没有存，没有留下半份。`}
      {unsaved.map(({ fileName, problem }) => (
        <div key={fileName}>{`${fileName}：${troubleText(SAVE_TROUBLES[problem])}`}</div>
      ))}
    </WarningLine>
  );
}

/** notes that are read, and rows of files */
const MOST_NOTES = 50;
const MOST_FILES = 200;

function Notes({ notes }: Pick<Batch, 'notes'>) {
  if (notes.length === 0) return null;
  const lines = distinct(notes.map(lineOf));
  return (
    <section className="failed-list is-notes" aria-label="要看一眼的">
      <h3>{`${lines.length}处要看一眼`}</h3>
      <ul>
        {lines.slice(0, MOST_NOTES).map(({ level, text }) => (
          <li key={text} className={`is-${level}`}>
            <Glyph name={level === 'warn' ? 'triangle' : 'dot'} />
            {text}
          </li>
        ))}
      </ul>
      {lines.length > MOST_NOTES && <p className="second">{`还有${lines.length - MOST_NOTES}处。`}</p>}
    </section>
  );
}

function lineOf(note: Batch['notes'][number]): ReturnType<typeof noteWords> {
  const { level, text } = noteWords(note);
  return { level, text: `${[note.who, PAPER_WORDS[note.ref.kind]].filter(Boolean).join(' ')}：${text}` };
}

function Files({ files, run: { saving } }: Readonly<{ files: readonly MadeFile[]; run: Run }>) {
  const saved = new Map(saving?.saved.map((file) => [file.address, file]));
  return (
    <table className="report-table">
      <thead>
        <tr>
          <th scope="col">文件</th>
          <th scope="col">页</th>
          <th scope="col">大小</th>
          <th scope="col">保存</th>
        </tr>
      </thead>
      <tbody>
        {files.slice(0, MOST_FILES).map(({ address, folder, fileName, pages, sizeBytes }) => {
          const file = saved.get(address);
          return (
            <tr key={address}>
              <th scope="row">{[folder, file?.savedAs ?? fileName].filter(Boolean).join('/')}</th>
              <td>{pages > 0 ? pages : ''}</td>
              <td>{formatSize(file?.sizeBytes ?? sizeBytes)}</td>
              <td>
                {file ? (
                  <>
                    <Glyph name="tick" /> 已存
                  </>
                ) : (
                  <button type="button" className="text-act" onClick={() => saveDownload(address, fileName)}>
                    下载
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
      {files.length > MOST_FILES && <caption>{`还有${files.length - MOST_FILES}个文件没有列出。`}</caption>}
    </table>
  );
}
