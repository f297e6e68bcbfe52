import { useId, type ReactNode } from 'react';

type Ids = Readonly<{
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
  'aria-required': boolean | undefined;
}>;

type Props = Readonly<{
  label: string;
  /** marked with * as in the city's forms */
  isRequired?: boolean;
  /** what is wrong with the value, in place of the note */
  problem?: string | null;
  note?: string;
  /** the note says that the value is right */
  isGood?: boolean;
  children: (ids: Ids) => ReactNode;
}>;

/** A label, its control and one line under it; the line keeps its height, so that nothing jumps. */
export function Field({ label, isRequired = false, problem = null, note = '', isGood = false, children }: Props) {
  const id = useId();
  const tone = problem === null ? (isGood ? ' is-good' : '') : ' is-bad';
  return (
    <div className="form-field">
      <label htmlFor={id}>
        {label}
        {isRequired && (
          <span className="form-star" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {children({
        id,
        'aria-describedby': `${id}-note`,
        'aria-invalid': problem !== null,
        'aria-required': isRequired || undefined,
      })}
      <p id={`${id}-note`} className={`form-note${tone}`} role={problem === null ? undefined : 'alert'}>
        {problem ?? note}
      </p>
    </div>
  );
}
