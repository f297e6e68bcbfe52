/** What stands between a return and its summary (ux 3.4): beside the lines, never over the page. */
import type { ModuleId } from '#model/modules.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { moduleNames } from './words.ts';
import type { ReturnState } from './use-return.ts';

type Props = Readonly<{
  letter: ReturnState;
  unseen: readonly ModuleId[];
  isLast: boolean;
  /** it was asked for while something is left out */
  isHeld: boolean;
  onModule(id: ModuleId): void;
}>;

export function ReturnWarnings({ letter, unseen, isLast, isHeld, onModule }: Props) {
  const firstUnseen = unseen[0];
  const solved = letter.listed.filter((listed) => listed.solved !== null && listed.number !== null);
  return (
    <>
      {letter.missing.length > 0 && (
        <WarningLine level={isHeld ? 'block' : 'warn'} isAnswer={isHeld}>
          {`还有${letter.missing.length}个问题没有写进意见。${isHeld ? '请先选：' : ''}`}
          <button type="button" className="text-act" onClick={letter.includeMissing}>
            都写进去
          </button>{' '}
          <button type="button" className="text-act" onClick={letter.leaveOut}>
            不写，我已看过
          </button>
        </WarningLine>
      )}
      {solved.length > 0 && (
        <WarningLine level="warn">{`有${solved.length}处已不是问题，还写在意见里（第${solved.map(({ number }) => number).join('、')}条）。`}</WarningLine>
      )}
      {firstUnseen !== undefined && (
        <WarningLine level="warn">
          <span title={moduleNames(unseen)}>
            {isLast
              ? `还有${unseen.length}个模块没看。请先看完，再用最后一次机会。`
              : `还有${unseen.length}个模块没看。没看完就返回，可能要再用一次机会。`}
          </span>
          <button type="button" className="text-act" onClick={() => onModule(firstUnseen)}>
            去看
          </button>
        </WarningLine>
      )}
      {isLast && <WarningLine level="block">这是最后一次机会，用完后本年度不能再返回或重置。</WarningLine>}
    </>
  );
}
