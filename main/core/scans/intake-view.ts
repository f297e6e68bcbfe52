/** An intake, and its report, as the window shows them. */
import { beijingDateOf, formatTime } from '#model/beijing-time.ts';
import { fail, ok } from '#model/result.ts';
import { csvOf } from '../csv.ts';
import {
  countIntake,
  selectIntake,
  selectIntakes,
  selectReportRows,
  type IntakeCounts,
  type IntakeRow,
  type ReportRow,
} from './intakes.repository.ts';
import type { Answer, Output, ScanOffice } from './office.ts';

type View = Output<'begin'>;

export function intakeView({ db, isStuck }: Pick<ScanOffice, 'db' | 'isStuck'>, intake: IntakeRow): View {
  const counts = countIntake(db, intake.id);
  const { id, applicationId, state, total, tookMs, createdAt, createdBy, finishedAt } = intake;
  return {
    id,
    applicationId,
    state,
    isStuck: state === 'running' && isStuck(),
    files: { total, taken: counts.taken, hadAlready: counts.hadAlready, refused: counts.refused },
    pages: {
      total: counts.pages + counts.unreadableFiles,
      ready: counts.ready,
      unreadable: counts.unreadablePages + counts.unreadableFiles,
    },
    bytesBefore: counts.bytesBefore,
    bytesAfter: counts.bytesAfter,
    tookMs,
    createdAt,
    createdBy,
    finishedAt,
  };
}

export type Progress = Readonly<{ done: number; total: number }>;

/** A page counts one, and a file that nobody looked into yet. */
export function progressOf(counts: IntakeCounts): Progress {
  const over = counts.refused + counts.hadAlready + counts.unreadableFiles;
  const total = over + counts.stored + counts.pages;
  return { done: total - counts.stored - counts.waiting, total };
}

const MOST_LISTED = 200;

export function listIntakes(office: ScanOffice): Answer<'intakes'> {
  return ok({ intakes: selectIntakes(office.db, MOST_LISTED).map((intake) => intakeView(office, intake)) });
}

export function report(office: ScanOffice, intakeId: string): Answer<'report'> {
  const { db, downloads } = office;
  const intake = selectIntake(db, intakeId);
  if (!intake) return fail('not-found', 'no such intake');
  const rows = selectReportRows(db, intakeId);
  const fileName = `扫描件导入 ${beijingDateOf(intake.createdAt)} ${formatTime(intake.createdAt).replaceAll(/\D/g, '')}.csv`;
  const address = downloads.addressOf({
    fileName,
    mime: 'text/csv; charset=utf-8',
    bytes: () => csvOf([HEADINGS, ...selectReportRows(db, intakeId).map(lineOf)]),
  });
  return ok({ intake: intakeView(office, intake), files: rows.map(fileView), address, fileName });
}

type FileView = Output<'report'>['files'][number];

function fileView(row: ReportRow): FileView {
  const { no, name, folder, problem, pages, unreadablePages, bytesBefore, bytesAfter } = row;
  return { no, name, folder, state: stateOf(row), problem, pages, unreadablePages, bytesBefore, bytesAfter };
}

function stateOf({ state, isLost, waitingPages }: ReportRow): FileView['state'] {
  if (isLost) return 'lost';
  if (state === 'stored') return 'waiting';
  if (state !== 'opened') return state;
  return waitingPages > 0 ? 'waiting' : 'done';
}

const HEADINGS = ['序号', '文件夹', '文件名', '结果', '页数', '看不清或打不开的页', '原大小（字节）', '压缩后（字节）'];
const STATE_WORDS: Readonly<Record<FileView['state'], string>> = {
  waiting: '还没处理到',
  done: '已导入',
  'had-already': '以前导入过同一个文件，没有重复导入',
  refused: '没有导入',
  unreadable: '打不开',
  'left-out': '没有处理（已停下）',
  lost: '原图损坏，请重新导入',
};
const PROBLEM_WORDS: Readonly<Record<NonNullable<FileView['problem']>, string>> = {
  empty: '文件是空的',
  'unknown-format': '不是图片或PDF',
  damaged: '文件损坏',
  'too-many-pixels': '图片尺寸过大',
  'too-many-pages': '页数过多',
  encrypted: 'PDF有密码',
  'timed-out': '读取超时',
  crashed: '读取时出错',
  'too-large': '文件超过32MB',
  gone: '文件已移走或读不出',
};

function lineOf(row: ReportRow): readonly string[] {
  const { no, folder, name, state, problem, pages, unreadablePages, bytesBefore, bytesAfter } = fileView(row);
  const outcome = problem === null ? STATE_WORDS[state] : `${STATE_WORDS[state]}：${PROBLEM_WORDS[problem]}`;
  return [
    String(no + 1),
    folder,
    name,
    outcome,
    ...[pages, unreadablePages, bytesBefore, bytesAfter].map((number) => String(number)),
  ];
}
