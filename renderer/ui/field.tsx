import { useId, type ReactNode } from 'react';

type Ids = Readonly<{ id: string; 'aria-describedby': string; 'aria-invalid': boolean }>;

type Props = Readonly<{
  label: string;
  /** what is wrong with the value, in place of the note */
  problem?: string | null;
  note?: string;
  /** the note says that the value is right */
  isGood?: boolean;
  children: (ids: Ids) => ReactNode;
}>;

/** A label, its control and one line under it; the line keeps its height, so that nothing jumps. */
export function Field({ label, problem = null, note = '', isGood = false, children }: Props) {
  const id = useId();
  const tone = problem === null ? (isGood ? ' is-good' : '') : ' is-bad';
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-note`, 'aria-invalid': problem !== null })}
      <p id={`${id}-note`} className={`form-note${tone}`} role={problem === null ? undefined : 'alert'}>
        {problem ?? note}
      </p>
    </div>
  );
}
