/** From 「核对」 to the core's answer. The act carries the id and version that were on screen. */
import { useEffect, useRef, useState } from 'react';
import type { Decision } from '#model/application.ts';
import { LETTER_LIMIT } from '#model/return-letter.ts';
import { isClosingSoon } from '#model/windows.ts';
import { api } from '../../client/index.ts';
import { decideTrouble, gapWords, type Detail } from './words.ts';
import type { DraftState } from './use-draft.ts';

export type Decided = Readonly<{
  commandId: string;
  applicationId: string;
  name: string;
  decision: Decision;
  /** epoch ms; until then it can be taken back */
  sendsAt: number;
}>;

type Options = Readonly<{
  detail: Detail;
  draft: DraftState;
  /** what leaves, word for word */
  letter: string;
  /** ■ and ▲ that the letter leaves out without anybody having said so */
  missing: number;
  onDecided(decided: Decided): void;
}>;

/** A key held down on one person must not fall on the next (ux 3.3). */
const GUARD_MS = 400;

export function useDecide({ detail, draft, letter, missing, onDecided }: Options) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isHeld, setHeld] = useState(false);
  const isGuarded = useFirstMoment();
  // one id for one act: pressing twice, or a lost answer, decides once
  const commandId = useRef(crypto.randomUUID());
  useEffect(() => {
    setRefusal(null);
    setHeld(false);
  }, [draft.decision, letter, missing]);

  function ask(): void {
    const problem = problemOf(detail, draft.decision, letter);
    const isIncomplete = draft.decision !== 'approve' && missing > 0;
    setRefusal(problem);
    setHeld(problem === null && isIncomplete);
    setAsking(problem === null && !isIncomplete);
  }

  const { closesAt } = detail.application.window;
  return {
    isAsking,
    isBusy,
    refusal,
    /** it was asked for while something is left out: that has to be answered first */
    isHeld,
    isRush: isClosingSoon(closesAt, detail.now),
    ask,
    /** The same by keyboard: not in the first moment, when the key was meant for the one before. */
    askByKey() {
      if (!isGuarded.current) ask();
    },
    cancel: () => setAsking(false),
    async confirm(lastChanceConfirmed: boolean) {
      const { decision } = draft;
      if (decision === null || isBusy) return;
      setBusy(true);
      const { id, version, applicant } = detail.application;
      const answer = await api.review.decide({
        commandId: commandId.current,
        applicationId: id,
        version,
        decision,
        opinion: letter,
        lastChanceConfirmed,
      });
      setBusy(false);
      setAsking(false);
      if (!answer.ok) {
        setRefusal(decideTrouble(answer.error));
        return;
      }
      draft.settle();
      onDecided({
        commandId: answer.value.commandId,
        applicationId: id,
        name: applicant.name,
        decision,
        sendsAt: answer.value.sendsAt,
      });
    },
  };
}

/** True for as long as a key may still be meant for the application before this one. */
function useFirstMoment(): Readonly<{ current: boolean }> {
  const isFirst = useRef(true);
  useEffect(() => {
    const timer = setTimeout(() => {
      isFirst.current = false;
    }, GUARD_MS);
    return () => clearTimeout(timer);
  }, []);
  return isFirst;
}

/** What can be said before asking the core; the core has the last word all the same. */
function problemOf(detail: Detail, decision: Decision | null, letter: string): string | null {
  if (decision === null) return '请先选一项：通过、返回修改或重置流程。';
  if (decision === 'approve') {
    const gaps = detail.approvalGaps.map((gap, i) => `${CIRCLED[i] ?? ''}${gapWords(gap)}`);
    if (gaps.length > 0) return `还不能通过：${gaps.join(' ')}`;
    return letter.trim() === '' ? '请写审核意见（五（三）4）。' : null;
  }
  if (detail.row.chancesLeft === 0) return words('no-chances-left');
  if (letter === '') return words('opinion-missing');
  return letter.length > LETTER_LIMIT ? words('opinion-too-long') : null;
}

function words(code: string): string {
  return decideTrouble({ code, message: code });
}

const CIRCLED = ['① ', '② ', '③ ', '④ ', '⑤ '];
