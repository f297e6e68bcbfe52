import { KeyHint } from './key-hint.tsx';

type Props = Readonly<{
  /** null: nothing */
  said: string | null;
  /** null: it cannot be taken back */
  onUndo: (() => void) | null;
  onRead(): void;
}>;

/** What was done last, and the way back. */
export function SaidBar({ said, onUndo, onRead }: Props) {
  if (said === null) return <div role="status" />;
  return (
    <div className="undo-bar">
      <span role="status">{said}</span>
      <div className="undo-acts">
        {onUndo && (
          <button type="button" aria-keyshortcuts="Control+Z" onClick={onUndo}>
            撤回
            <KeyHint keys="Ctrl+Z" />
          </button>
        )}
        <button type="button" onClick={onRead}>
          知道了
        </button>
      </div>
    </div>
  );
}
