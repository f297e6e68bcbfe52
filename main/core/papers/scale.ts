/** 打印校准: how much larger or smaller a printer draws than it should, told by a measured line of 100 mm. */
import { isKept, noRoom, type Db } from '#archive/db.ts';
import { ok } from '#model/result.ts';
import { partsOf } from './assembling.ts';
import { CALIBRATION_LENGTH, calibrationPage } from './documents/calibration-page.ts';
import { fingerprintOf } from './draft.ts';
import { PDF } from './file-names.ts';
import type { Answer, Input, PapersOffice } from './office.ts';
import { setDrafts } from './setting.ts';

const KEY = 'papers.scale';
export function readScale(db: Db): number {
  const row = db.prepare<{ value: string }>('SELECT value FROM setting WHERE key = :key').get({ key: KEY });
  const scale = row ? Number(row.value) : 1;
  return Number.isFinite(scale) && scale > 0.9 && scale < 1.12 ? scale : 1;
}

/** The page is drawn with what was measured before, so that measuring once more says whether it is right now. */
export async function showCalibration(office: PapersOffice): Promise<Answer<'calibration'>> {
  const name = '打印校准页';
  const draft = {
    ref: { kind: 'summary', subjectId: null },
    who: '',
    name,
    title: '',
    fingerprint: fingerprintOf(name),
    copies: [],
    problem: null,
    isTooEarly: false,
    compose: async () => ok({ sections: calibrationPage(), docx: null }),
  } as const;
  const made = await setDrafts(office, [draft], { title: name });
  if (!made.ok) throw new Error('the page for measuring was not set');
  const bytes = (): ReturnType<typeof partsOf> => partsOf(office, made.value);
  return ok({
    address: office.downloads.printOf({ fileName: `${name}.pdf`, mime: PDF, bytes }),
    scale: office.scale(),
  });
}

/** `measured` mm on paper, of a line that was drawn with the scale of before. */
export function calibrate(office: PapersOffice, { measured }: Input<'calibrate'>): Answer<'calibrate'> {
  const { db } = office;
  const scale = Math.min(1.11, Math.max(0.91, (office.scale() * CALIBRATION_LENGTH) / measured));
  const sql = 'INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT DO UPDATE SET value = :value';
  const isOnDisk = isKept(() => db.prepare(sql).run({ key: KEY, value: String(scale) }));
  if (!isOnDisk) return noRoom();
  office.tell();
  return ok({ scale });
}
