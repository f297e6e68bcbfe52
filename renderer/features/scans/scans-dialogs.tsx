/** Whichever dialog is open over the scans page. */
import { CompressDialog } from './compress-dialog.tsx';
import { MergeDialog, ScannerDialog } from './dialogs.tsx';
import { FileDialog } from './file-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import type { ScanPage } from './types.ts';
import type { ScansDesk } from './use-scans-desk.ts';

export type OpenDialog =
  | Readonly<{ kind: 'scanner' }>
  | Readonly<{ kind: 'report'; intakeId: string | null }>
  | Readonly<{ kind: 'compress' | 'merge' | 'file'; pages: readonly ScanPage[] }>;

type Props = Readonly<{ dialog: OpenDialog; desk: ScansDesk; onRules(): void; onClose(): void }>;

export function ScansDialogs({ dialog, desk, onRules, onClose }: Props) {
  const { acts, checklist } = desk;
  switch (dialog.kind) {
    case 'scanner':
      return <ScannerDialog onClose={onClose} />;
    case 'report':
      return <ReportDialog intakeId={dialog.intakeId} onClose={onClose} />;
    case 'compress':
      return <CompressDialog pages={dialog.pages} acts={acts} onRules={onRules} onClose={onClose} />;
    case 'merge':
      return (
        <MergeDialog
          pages={dialog.pages}
          onMerge={(ids) => {
            onClose();
            void acts.arrange(ids, `已合并${ids.length}页`);
          }}
          onClose={onClose}
        />
      );
    case 'file':
      return (
        <FileDialog
          count={dialog.pages.length}
          applicationId={checklist?.applicationId ?? null}
          onFile={(target) => {
            onClose();
            desk.fileTo(target, dialog.pages);
          }}
          onClose={onClose}
        />
      );
  }
}
