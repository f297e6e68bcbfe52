/** 「导入记录」: every drop with its sizes and time; of one, each file that did not come in whole, and why. */
import { Button } from 'antd';
import { useState } from 'react';
import { saveDownload } from '../../client/save-download.ts';
import { api, useQuery } from '../../client/index.ts';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatMoment, formatSize } from '../../ui/format.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import type { Intake, Report, ReportFile } from './types.ts';
import { failedCount, fileTrouble, intakeResult, intakeWords, SCANS_TROUBLES } from './words.ts';

type Props = Readonly<{
  /** null: all drops */
  intakeId: string | null;
  onClose(): void;
}>;

const FOLLOW = { refetchOn: { 'scans.changed': true, 'scans.progress': true }, keepsPrevious: true } as const;

export function ReportDialog({ intakeId, onClose }: Props) {
  const [shown, setShown] = useState(intakeId);
  const report = useQuery(shown && `report ${shown}`, () => api.scans.report({ intakeId: shown ?? '' }), FOLLOW);
  const { value } = report;
  const file = value && shown !== null ? value : null;
  return (
    <Dialog
      title={shown === null ? '导入记录' : '这一批的报告'}
      widthPx={880}
      onCancel={onClose}
      footer={
        <>
          {shown !== null && <Button onClick={() => setShown(null)}>全部记录</Button>}
          {file && <Button onClick={() => saveDownload(file.address, file.fileName)}>存为表格</Button>}
          <Button type="primary" onClick={onClose}>
            关上
          </Button>
        </>
      }
    >
      {shown === null && <Intakes onOpen={setShown} />}
      {shown !== null && report.error && !value && (
        <TroubleBlock trouble={troubleOf(report.error, SCANS_TROUBLES)} onRetry={report.refetch} />
      )}
      {file && <ReportBody report={file} />}
    </Dialog>
  );
}

function ReportBody({ report: { intake, files } }: Readonly<{ report: Report }>) {
  const failed = failedCount(files);
  const known = files.filter(({ state }) => state === 'had-already').length;
  return (
    <>
      <p>
        <b>{stateWords(intake)}</b>
        <span className="second">
          {` ${files.length}个文件${known > 0 ? `，${known}个以前拖进来过` : ''}${failed > 0 ? `，${failed}个没有全成` : ''}。${formatMoment(intake.createdAt)} ${intake.createdBy}`}
        </span>
      </p>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">页</th>
            <th scope="col">原来</th>
            <th scope="col">整理后</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {troubledFirst(files).map((file) => (
            <ReportRow key={file.no} file={file} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ReportRow({ file }: Readonly<{ file: ReportFile }>) {
  const trouble = fileTrouble(file);
  return (
    <tr>
      <th scope="row" title={file.folder === '' ? file.name : `${file.folder}/${file.name}`}>
        {file.name}
      </th>
      <td>{file.pages > 0 ? file.pages : ''}</td>
      <td>{file.bytesBefore > 0 ? formatSize(file.bytesBefore) : ''}</td>
      <td>{file.bytesAfter > 0 ? formatSize(file.bytesAfter) : ''}</td>
      <td>
        {trouble ? (
          <StatusTag
            glyph={file.state === 'had-already' ? 'dot' : 'square'}
            tone={file.state === 'had-already' ? 'info' : 'bad'}
            text={troubleText(trouble)}
          />
        ) : (
          <StatusTag
            glyph={file.state === 'waiting' ? 'half' : 'tick'}
            tone={file.state === 'waiting' ? 'info' : 'good'}
            text={file.state === 'waiting' ? '正在整理' : '已整理'}
          />
        )}
      </td>
    </tr>
  );
}

/** What is to be done comes first, then what needs nothing, then what went well. */
function troubledFirst(files: readonly ReportFile[]): readonly ReportFile[] {
  const rank = (file: ReportFile) => (fileTrouble(file) === null ? 2 : file.state === 'had-already' ? 1 : 0);
  return files.toSorted((a, b) => rank(a) - rank(b) || a.no - b.no);
}

function Intakes({ onOpen }: Readonly<{ onOpen(intakeId: string): void }>) {
  const { value, error, refetch } = useQuery('intakes', () => api.scans.intakes({}), FOLLOW);
  if (!value) return error ? <TroubleBlock trouble={troubleOf(error)} onRetry={refetch} /> : <LoadingBlock rows={4} />;
  if (value.intakes.length === 0) return <p className="second">还没有导入过扫描件。</p>;
  return (
    <ul className="choice-list">
      {value.intakes.map((intake) => (
        <li key={intake.id}>
          <button type="button" onClick={() => onOpen(intake.id)}>
            <b>{formatMoment(intake.createdAt)}</b>
            <span>{stateWords(intake)}</span>
            <span className="second">{intake.createdBy}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateWords(intake: Intake): string {
  const isOver = intake.state === 'done' || intake.state === 'stopped';
  if (!isOver) return intakeWords(intake, null);
  return `${intake.state === 'stopped' ? '已停下：' : ''}${intakeResult(intake)}`;
}
