/** Whichever dialog is open over the page of papers. */
import { isSamePaper } from '#model/paper.ts';
import type { PlainDate } from '#model/beijing-time.ts';
import { ArchiveDialog } from './archive-dialog.tsx';
import { CalibrationDialog } from './calibration-dialog.tsx';
import { chooseFolder, hasFolderPicker } from './choose-folder.ts';
import { ExportDialog } from './export-dialog.tsx';
import { HandInDialog } from './hand-in-dialog.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { makeable, markable } from './rows.ts';
import { runs } from './runs-desk.ts';
import type { Order } from './runs.ts';
import { TemplatesDialog } from './templates-dialog.tsx';
import type { Ref } from './types.ts';
import type { PapersDesk } from './use-papers-desk.ts';

export type OpenDialog = 'print' | 'export' | 'archive' | 'hand-in' | 'templates' | 'calibration';

type Props = Readonly<{
  dialog: OpenDialog;
  desk: PapersDesk;
  today: PlainDate;
  onOpen(dialog: OpenDialog): void;
  onClose(): void;
}>;

export function PapersDialogs({ dialog, desk, today, onOpen, onClose }: Props) {
  const { chosen, acts, view } = desk;
  const isOfPeople = view.view === 'people';
  const refs = makeable(chosen.papers).map(({ ref }) => ref);
  const begin = (order: Order) => {
    onClose();
    void beginRun(order, view.say);
  };
  switch (dialog) {
    case 'print':
      return (
        <PrintDialog
          refs={refs}
          onPrinted={(printed) => void acts.markPrinted(printed.filter((ref) => !isFurther(ref, desk)))}
          onCalibration={() => onOpen('calibration')}
          onClose={onClose}
        />
      );
    case 'export':
      return (
        <ExportDialog
          count={refs.length}
          people={new Set(refs.map(({ subjectId }) => subjectId)).size}
          isOfPeople={isOfPeople}
          onExport={(how) => begin({ kind: 'export', refs, ...how })}
          onClose={onClose}
        />
      );
    case 'archive': {
      const applicationIds = chosen.rows.map(({ id }) => id);
      return (
        <ArchiveDialog
          people={applicationIds.length}
          onArchive={(password) => begin({ kind: 'archive', applicationIds, password })}
          onClose={onClose}
        />
      );
    }
    case 'hand-in':
      return (
        <HandInDialog
          count={markable(chosen.papers, 'handed-in').refs.length}
          today={today}
          onMark={(on) => {
            onClose();
            void acts.mark(chosen.papers, 'handed-in', on);
          }}
          onClose={onClose}
        />
      );
    case 'templates':
      return <TemplatesDialog onClose={onClose} />;
    case 'calibration':
      return (
        <CalibrationDialog
          onDone={(said) => {
            onClose();
            view.say(said);
          }}
          onClose={onClose}
        />
      );
  }
}

/** Sealed or handed in, and still true: printing it once more takes nothing back. */
function isFurther(printed: Ref, { chosen }: PapersDesk): boolean {
  const paper = chosen.papers.find(({ ref }) => isSamePaper(ref, printed));
  return paper !== undefined && !paper.isStale && (paper.state === 'sealed' || paper.state === 'handed-in');
}

/** The folder first: the browser asks for it only right after a press. */
export async function beginRun(order: Order, say: (words: string) => void): Promise<void> {
  const wantsFolder = order.kind !== 'make' && hasFolderPicker();
  const folder = wantsFolder ? await chooseFolder() : null;
  if (wantsFolder && !folder) return say('没有选文件夹，没有导出。');
  if (!(await runs.getState().begin(order, folder))) say('上一批还没有完，请等它完了再办。');
}
