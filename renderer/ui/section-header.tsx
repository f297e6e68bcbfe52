import type { ReactNode } from 'react';

type Props = Readonly<{
  title: string;
  /** a count or unit behind the title */
  note?: ReactNode;
  /** at the right end */
  children?: ReactNode;
}>;

export function SectionHeader({ title, note, children }: Props) {
  return (
    <header className="section-header">
      <h2>{title}</h2>
      {note !== undefined && <span className="section-note">{note}</span>}
      {children !== undefined && <div className="section-acts">{children}</div>}
    </header>
  );
}
