/** May this decision be made now? Pure; sources: 五(三)4, 五(二)3(1), 五(三) 注意, Q18. */
import type { Application, Decision } from '#model/application.ts';
import { CHANCES } from '#model/chances.ts';
import { isClosingSoon } from '#model/windows.ts';

export type DecisionRequest = Readonly<{
  version: number;
  decision: Decision;
  opinion: string;
  lastChanceConfirmed: boolean;
}>;

export type Refusal =
  | Readonly<{ code: 'stale-version'; details: { version: number } }>
  | Readonly<{ code: 'no-chances-left'; details: { used: number } }>
  | Readonly<{ code: 'approval-not-possible'; details: { gaps: readonly unknown[] } }>
  | Readonly<{
      code:
        | 'already-decided'
        | 'closed-for-year'
        | 'not-at-unit-review'
        | 'opinion-missing'
        | 'last-chance-unconfirmed';
      details?: undefined;
    }>;

/** `blocked`: why the unit cannot act at all · `gaps`: what an approval still lacks. */
export type Facts = Readonly<{
  blocked: 'closed-for-year' | 'not-at-unit-review' | 'decided' | null;
  gaps: readonly unknown[];
}>;

/** The first reason against the decision, or null. */
export function refuseDecision(
  application: Pick<Application, 'version' | 'chancesUsed'>,
  request: DecisionRequest,
  { blocked, gaps }: Facts,
): Refusal | null {
  if (blocked === 'decided') return { code: 'already-decided' };
  if (blocked) return { code: blocked };
  if (request.version !== application.version) {
    return { code: 'stale-version', details: { version: application.version } };
  }
  if (request.opinion.trim() === '') return { code: 'opinion-missing' };
  if (request.decision === 'approve') {
    return gaps.length > 0 ? { code: 'approval-not-possible', details: { gaps } } : null;
  }
  const left = CHANCES - application.chancesUsed;
  if (left <= 0) return { code: 'no-chances-left', details: { used: application.chancesUsed } };
  if (left === 1 && !request.lastChanceConfirmed) return { code: 'last-chance-unconfirmed' };
  return null;
}

/**
 * When a decision leaves this computer: after the time in which it can be taken back, at once where
 * the channel closes within two hours (ux 2.1). All in epoch ms.
 */
export function sendTime(now: number, holdMinutes: number, closesAt: number | null): number {
  return isClosingSoon(closesAt, now) ? now : now + holdMinutes * 60_000;
}
