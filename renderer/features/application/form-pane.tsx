/** What was filed in one module, record by record; choosing a record shows its scan. */
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { moduleDef, type FieldDef, type ModuleId } from '#model/modules.ts';
import type { FiledRecord } from '#model/application.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { isStanding, placeFindings, type Found, type Placed } from './finding-list.ts';
import { countSheets } from './sheets.ts';
import { FindingNote, type FindingActs, type Stop } from './finding-note.tsx';
import { EMPTY_VALUE, type Detail } from './words.ts';

type Props = Readonly<{
  detail: Detail;
  moduleId: ModuleId;
  attachmentId: string | null;
  acts: FindingActs;
  stop: Stop | null;
  /** seeing is the next likely act until everything is seen */
  isNextAct: boolean;
  onScan(id: string): void;
  onSeen(): void;
  /** 「写一条问题」; null where nothing can be decided */
  onWrite: (() => void) | null;
}>;

export function FormPane(props: Props) {
  const { detail, moduleId, attachmentId, acts, stop, isNextAct, onScan, onSeen, onWrite } = props;
  const def = moduleDef(moduleId);
  const { attachments } = detail.application;
  const records = detail.application.modules.find((m) => m.id === moduleId)?.records ?? [];
  const scans = attachments.filter((a) => a.moduleId === moduleId);
  const seenScans = scans.filter((a) => detail.seenAttachments.includes(a.id)).length;
  const placed = placeFindings(
    detail.findings,
    moduleId,
    records,
    def.fields.map(({ key }) => key),
  );
  const notes = (findings: readonly Found[]) =>
    findings.map((finding) => <FindingNote key={finding.key} finding={finding} acts={acts} stop={stop} takesFocus />);
  return (
    <section className="form-pane" aria-label={def.name}>
      <div className="pane-head">
        <h2 title={def.name}>{def.name.length > LONGEST_TITLE ? def.shortName : def.name}</h2>
        <span className="second">{countWords(records.length, countSheets(detail, moduleId))}</span>
        {scans.length > 0 && <SeenScans seen={seenScans} total={scans.length} />}
      </div>
      <div className="form-scroll" tabIndex={0} role="group" aria-label={`${def.name}填报内容`}>
        {notes(placed.module)}
        {records.length === 0 && (
          <p className="second form-empty">{def.isOptional ? '未填写（没有的可以不填）' : EMPTY_VALUE}</p>
        )}
        {records.map((record) => (
          <RecordCard
            key={record.id}
            record={record}
            fields={def.fields}
            pages={pageNumbers(record, scans)}
            placed={placed}
            notes={notes}
            isCurrent={attachmentId !== null && record.attachmentIds.includes(attachmentId)}
            onShow={() => record.attachmentIds[0] && onScan(record.attachmentIds[0])}
          />
        ))}
      </div>
      <div className="pane-foot">
        {onWrite && (
          <Button color="default" variant="filled" onClick={onWrite}>
            写一条问题 <KeyHint keys="F2" />
          </Button>
        )}
        <Button
          type={isNextAct ? 'primary' : 'default'}
          color={isNextAct ? 'primary' : 'default'}
          variant={isNextAct ? 'solid' : 'filled'}
          onClick={onSeen}
        >
          看完，下一项 <KeyHint keys="F4" />
        </Button>
      </div>
    </section>
  );
}

/** characters beside which the counts still have room */
const LONGEST_TITLE = 12;

function countWords(records: number, scans: number): string {
  if (records === 0 && scans === 0) return '';
  return scans === 0 ? `${records}条` : `${records}条，扫描件${scans}张`;
}

function SeenScans({ seen, total }: Readonly<{ seen: number; total: number }>) {
  const isAll = seen === total;
  return (
    <span className="pane-head-end">
      <StatusTag
        glyph={isAll ? 'tick' : seen === 0 ? 'ring' : 'half'}
        tone={isAll ? 'good' : seen === 0 ? 'quiet' : 'info'}
        text={isAll ? `看完${total}张` : `已看${seen}/${total}张`}
      />
    </span>
  );
}

/** 1-based places of the record's scans among the module's. */
function pageNumbers(record: FiledRecord, scans: readonly Readonly<{ id: string }>[]): readonly number[] {
  return record.attachmentIds.map((id) => scans.findIndex((scan) => scan.id === id) + 1).filter((n) => n > 0);
}

type CardProps = Readonly<{
  record: FiledRecord;
  fields: readonly FieldDef[];
  pages: readonly number[];
  placed: Placed;
  notes(findings: readonly Found[]): ReactNode;
  isCurrent: boolean;
  onShow(): void;
}>;

function RecordCard({ record, fields, pages, placed, notes, isCurrent, onShow }: CardProps) {
  const [head, next] = fields;
  const isPeriod = head?.key === 'from' && next?.key === 'to';
  const rest = fields.slice(isPeriod ? 2 : 1);
  const isLong = fields.length === 1;
  const shown = isLong ? fields : rest;
  const inHead = fields.filter((field) => !shown.includes(field));
  // what speaks of the head's own field, or of the record, stands right under the head
  const ofHead = [...inHead.flatMap(({ key }) => placed.ofField(record.id, key)), ...placed.ofRecord(record.id)];
  const isHeadWrong = inHead.some(({ key }) => isBlocked(placed.ofField(record.id, key)));
  return (
    <article className={isCurrent ? 'record is-current' : 'record'}>
      {!isLong && head && (
        <header className="record-head">
          <h3 className={isHeadWrong ? 'is-wrong' : undefined}>
            {isPeriod ? periodWords(record) : record.fields[head.key] || EMPTY_VALUE}
          </h3>
          {pages.length > 0 && (
            <button type="button" className="record-scans" onClick={onShow}>
              {`扫描件 第${pageWords(pages)}页`}
            </button>
          )}
        </header>
      )}
      {ofHead.length > 0 && <div className="record-notes">{notes(ofHead)}</div>}
      <dl className={isLong ? 'record-long' : undefined}>
        {shown.map((field) => {
          const found = placed.ofField(record.id, field.key);
          return (
            <Fragment key={field.key}>
              <Field field={field} value={record.fields[field.key] ?? ''} isWrong={isBlocked(found)} />
              {found.length > 0 && (
                <div className="field-notes">
                  <dt className="visually-hidden">{`${field.label}的问题`}</dt>
                  <dd>{notes(found)}</dd>
                </div>
              )}
            </Fragment>
          );
        })}
      </dl>
    </article>
  );
}

function isBlocked(findings: readonly Found[]): boolean {
  return findings.some((finding) => finding.severity === 'blocking' && isStanding(finding));
}

/** A period is one fact: 「2001-09至2005-06」; an end that was left out is said to be left out. */
function periodWords({ fields }: FiledRecord): string {
  const start = fields['from'] || EMPTY_VALUE;
  return fields['to'] ? `${start}至${fields['to']}` : `${start}起，结束${EMPTY_VALUE}`;
}

/** 「3」, 「1、2」, 「1至5」 */
function pageWords(pages: readonly number[]): string {
  const first = pages[0] ?? 0;
  const isRun = pages.length > 2 && pages.every((page, i) => page === first + i);
  return isRun ? `${first}至${first + pages.length - 1}` : pages.join('、');
}

/** ems that fit in half the card at its narrowest */
const HALF_CARD_EM = 5.8;
const ASCII_EM = 0.56;
/** characters that a label's column has room for */
const LABEL_EM = 5;

/** How wide a value is, roughly: 1 em a Chinese character, about half of it a digit or letter. */
function widthEm(value: string): number {
  return [...value].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? ASCII_EM : 1), 0);
}

function Field({ field, value, isWrong }: Readonly<{ field: FieldDef; value: string; isWrong: boolean }>) {
  const shown = value === '' ? EMPTY_VALUE : field.kind === 'id-number' ? groupIdNumber(value) : value;
  const isLongLabel = field.label.length > LABEL_EM;
  const isWide = field.kind === 'long' || isLongLabel || widthEm(value) > HALF_CARD_EM;
  return (
    <div className={`field${isWide ? ' is-wide' : ''}${isLongLabel ? ' has-long-label' : ''}`}>
      <dt>{field.label}</dt>
      <dd className={isWrong ? 'is-wrong' : value === '' ? 'second' : undefined}>{shown}</dd>
    </div>
  );
}

/** 6-8-4 by thin gaps of style, not by characters: what is copied has no spaces (ux 2). */
function groupIdNumber(value: string) {
  if (value.length !== 18) return value;
  return (
    <span className="id-number">
      <span>{value.slice(0, 6)}</span>
      <span>{value.slice(6, 14)}</span>
      <span>{value.slice(14)}</span>
    </span>
  );
}
