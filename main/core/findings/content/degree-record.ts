/** 《教育部学历证书电子注册备案表》 and the day to which it can be verified (Q14); that the day has passed is a standing rule. */
import type { FiledRecord } from '#model/application.ts';
import { parsePlainDate } from '#model/beijing-time.ts';
import { NO_FAULTS, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts, type Scan } from '../filing-facts.ts';
import { quote } from '../words.ts';

const FIELD = 'recordValidUntil';

export const DEGREE_RECORD_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'degree-record.undated',
    severity: 'look',
    source: 'Q14',
    audience: 'applicant',
    find({ records, scansOf, looseScans }) {
      const all = records('education');
      const isDated = (record: FiledRecord) => parsePlainDate(valueOf(record, FIELD)) !== null;
      const withForm = all.filter((record) => scansOf(record).some(isRecordForm));
      if (withForm.length > 0) return withForm.filter((record) => !isDated(record)).map(undated);
      const [first] = all;
      return first && looseScans('education').some(isRecordForm) && !all.some(isDated) ? [undated(first)] : NO_FAULTS;
    },
  },
];

function isRecordForm({ name }: Scan): boolean {
  return /备案表/.test(name);
}

function undated(record: FiledRecord): Fault {
  const filed = valueOf(record, FIELD);
  const fact = filed === '' ? '备案表没有填写有效期至' : `备案表有效期至填${quote(filed)}，看不出是哪一天`;
  return {
    subject: record.id,
    moduleId: 'education',
    recordId: record.id,
    field: FIELD,
    fact,
    advice: '请照备案表填写',
  };
}
