import { Component, type ReactNode } from 'react';
import { ErrorBlock } from '../ui/blocks.tsx';
import { defect } from '../ui/trouble.ts';
import { incidentOf } from './incident.ts';

type Props = Readonly<{ children: ReactNode }>;
type State = Readonly<{ incident: string | null }>;

/** A defect of the screen stops here: what was decided or typed is in the archive already. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { incident: null };

  static getDerivedStateFromError(error: unknown): State {
    return { incident: incidentOf(error) };
  }

  override render(): ReactNode {
    const { incident } = this.state;
    if (incident === null) return this.props.children;
    const trouble = defect(incident);
    return (
      <ErrorBlock
        text={trouble.happened}
        second={`${trouble.meaning}请点“继续”；若再出现，把编号告诉技术支持0871-63108336：${incident}`}
        onRetry={() => this.setState({ incident: null })}
        retryWord="继续"
      />
    );
  }
}
