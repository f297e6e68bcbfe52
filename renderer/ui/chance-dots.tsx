/** 四次机会 (五(二)3(1)): four dots, filled ones are left. */
const ALL = [0, 1, 2, 3] as const;

type Props = Readonly<{
  left: number;
  /** without the words, where a sentence beside it says them */
  isBare?: boolean;
}>;

export function ChanceDots({ left, isBare = false }: Props) {
  const level = left <= 0 ? ' is-none' : left === 1 ? ' is-last' : '';
  return (
    <span className={`chance-dots${level}`}>
      <svg width="41" height="8" viewBox="0 0 41 8" aria-hidden="true" focusable="false">
        {ALL.map((at) =>
          at < left ? (
            <circle key={at} cx={4 + at * 11} cy="4" r="4" fill="currentColor" />
          ) : (
            <circle key={at} cx={4 + at * 11} cy="4" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          ),
        )}
      </svg>
      {!isBare && <span>{chanceWords(left)}</span>}
    </span>
  );
}

export function chanceWords(left: number): string {
  return left <= 0 ? '已用完' : `剩${left}`;
}
