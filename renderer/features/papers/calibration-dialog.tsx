/** 「打印校准页」: a line of 100 mm is printed, measured with a ruler, and every later paper is drawn by it. */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api, useQuery } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import { LEAST, measuredOf, MOST } from './calibrated.ts';
import { printFile } from './print-frame.ts';
import { papersRefusal } from './trouble-words.ts';

type Props = Readonly<{ onDone(said: string): void; onClose(): void }>;

export function CalibrationDialog({ onDone, onClose }: Props) {
  const calibration = useQuery('calibration', () => api.papers.calibration({}));
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const measured = measuredOf(typed);
  async function print(address: string): Promise<void> {
    setRefusal((await printFile(address)) ? null : '没有打开打印窗口。请再试一次。');
  }
  async function save(mm: number): Promise<void> {
    const answer = await api.papers.calibrate({ measured: mm });
    if (answer.ok) onDone(`打印校准已存，以后按${percent(answer.value.scale)}打印`);
    else setRefusal(papersRefusal(answer.error));
  }
  const { value, error } = calibration;
  const why = refusal ?? (error ? papersRefusal(error) : null);
  return (
    <Dialog
      title="打印校准页"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关上</Button>
          <Button
            type="primary"
            disabled={typeof measured !== 'number'}
            onClick={() => typeof measured === 'number' && void save(measured)}
          >
            存下
          </Button>
        </>
      }
    >
      <ol className="calibration-steps">
        <li>
          {'打印这一页，“缩放”选“实际大小”。 '}
          <Button size="small" disabled={!value} onClick={() => value && void print(value.address)}>
            打印
          </Button>
        </li>
        <li>
          <Field
            label="量一量横线，填实际毫米"
            problem={measured === 'unclear' ? `请填${LEAST}到${MOST}之间的数，如99.5` : null}
            note={value ? `应是100毫米。现在按${percent(value.scale)}打印。` : ''}
          >
            {(ids) => (
              <Input
                {...ids}
                inputMode="decimal"
                autoComplete="off"
                maxLength={6}
                suffix="毫米"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        </li>
      </ol>
      {why !== null && (
        <WarningLine level="block" isAnswer>
          {why}
        </WarningLine>
      )}
    </Dialog>
  );
}

/** 1.003 → 「100.3%」 */
function percent(scale: number): string {
  return `${Math.round(scale * 1000) / 10}%`;
}
