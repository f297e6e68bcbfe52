import type { ReactNode } from 'react';
import './access.css';

type Props = Readonly<{
  title: string;
  second: string;
  /** under the box */
  foot?: string;
  isWide?: boolean;
  children: ReactNode;
}>;

/** The quiet page of everything that happens before the desk is open. */
export function AccessFrame({ title, second, foot, isWide = false, children }: Props) {
  return (
    <main className="access">
      <header>
        <h1>{title}</h1>
        <p>{second}</p>
      </header>
      <div className={isWide ? 'access-box is-wide' : 'access-box'}>{children}</div>
      {foot !== undefined && <p className="access-foot">{foot}</p>}
      <p className="access-bottom">档案加密存放在本机，口令只有您知道</p>
    </main>
  );
}
