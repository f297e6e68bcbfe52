/** The acts of the selection bar, by view: what was removed can only come back. */
import type { OpenDialog } from './scans-dialogs.tsx';
import type { PagesAct } from './selection-bar.tsx';
import type { ScansDesk } from './use-scans-desk.ts';

export function selectionActs(
  { view, acts, withChosen }: ScansDesk,
  onDialog: (dialog: OpenDialog) => void,
): readonly PagesAct[] {
  if (view.query.view === 'removed') return [{ word: '恢复', act: () => withChosen(acts.restore) }];
  return [
    { word: '压缩', act: () => withChosen((pages) => onDialog({ kind: 'compress', pages })) },
    { word: '正反面合并', act: () => withChosen((pages) => onDialog({ kind: 'merge', pages })) },
    { word: '旋转', act: () => withChosen(acts.turn) },
    { word: '移到…', act: () => withChosen((pages) => onDialog({ kind: 'file', pages })) },
    { word: '删除', act: () => withChosen(acts.remove) },
    { word: '还原', act: () => withChosen(acts.asScanned) },
  ];
}
