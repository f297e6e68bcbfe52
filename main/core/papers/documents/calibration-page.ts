/**
 * 打印校准页: a square of 100 mm whose upper and left sides are marked every 10 mm, in the middle of an A4 sheet.
 * Measured on paper it tells by how much the printer shrinks what it prints, and whether both ways alike.
 */
import type { Block, Cell, Row, Section } from '#ports/paper-document.ts';
import { SHEETS } from '#ports/paper-document.ts';
import { cell, label, row, section, SIZES, table, text, title } from './layout.ts';

/** mm */
export const CALIBRATION_LENGTH = 100;
const STEP = 10;
const STEPS = CALIBRATION_LENGTH / STEP;
const SIDE = (SHEETS.a4.width - CALIBRATION_LENGTH) / 2;

export function calibrationPage(): readonly Section[] {
  return [
    section([...INSTRUCTIONS, square(), ...AFTERWARDS], { margins: { top: 30, right: SIDE, bottom: 30, left: SIDE } }),
  ];
}

const STEPS_TO_TAKE = [
  '1. 打印时选“实际大小”（100%，不缩放），纸张选A4。',
  '2. 用直尺量下面方框的上边和左边，两条边都应为100毫米。',
  '3. 把上边量得的毫米数填到软件的“打印校准”里（可以填小数，如99.5）。',
];
const INSTRUCTIONS: readonly Block[] = [
  title('打印校准页', { after: 6 }),
  ...STEPS_TO_TAKE.map((words) => text(words, { size: SIZES.five })),
  { kind: 'space', height: 10 },
];
const AFTERWARDS: readonly Block[] = [
  { kind: 'space', height: 6 },
  text('两条边长短不一样，说明打印机走纸有偏差，请先检修打印机；签章位置以上边为准。', { size: SIZES.smallFive }),
];

/** The first row and the first column are the two rulers, the rest is empty. */
function square(): Block {
  const across = Array.from({ length: STEPS }, (_, at) => numbered((at + 1) * STEP, 'right'));
  const middle = label('量一量，填实际毫米', { columns: STEPS - 1, rows: STEPS - 1 });
  const down = Array.from({ length: STEPS - 1 }, (_, at): Row => {
    const number = numbered((at + 2) * STEP, 'bottom');
    return exact(at === 0 ? [number, middle] : [number]);
  });
  return table(
    across.map(() => 1),
    [exact(across), ...down],
  );
}

function numbered(mm: number, towards: 'right' | 'bottom'): Cell {
  const look = { size: 7, lineHeight: 1, align: towards === 'right' ? 'right' : 'centre' } as const;
  return cell([text(String(mm), look)], { vertical: 'bottom' });
}

function exact(cells: readonly Cell[]): Row {
  return row(cells, { minHeight: STEP, staysWhole: true });
}
