/** 「不是问题」 and 「说明理由后放行」: a reason, kept with the finding; and taking it back. */
import { useState } from 'react';
import { api } from '../../client/index.ts';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import type { Found } from './finding-list.ts';
import { ANSWER_TROUBLES } from './words.ts';

export type Answers = Readonly<{
  /** the finding that is being answered */
  asked: Found | null;
  reason: string;
  isBusy: boolean;
  /** why it was not recorded, in words */
  refusal: string | null;
  ask(finding: Found): void;
  type(reason: string): void;
  /** Closes the dialog; what was typed is there again when it is opened. */
  cancel(): void;
  confirm(): Promise<void>;
  restore(finding: Found): Promise<void>;
}>;

export function useAnswers(applicationId: string, onAnswered: (findingKey: string) => void): Answers {
  const [asked, setAsked] = useState<Found | null>(null);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const reason = asked ? (reasons[asked.key] ?? '') : '';

  return {
    asked,
    reason,
    isBusy,
    refusal,
    ask(finding) {
      setRefusal(null);
      setAsked(finding);
    },
    type(text) {
      setRefusal(null);
      if (asked) setReasons({ ...reasons, [asked.key]: text });
    },
    cancel: () => setAsked(null),
    async confirm() {
      if (!asked || isBusy) return;
      if (reason.trim() === '') return setRefusal('请写明理由，理由会记入审核记录。');
      setBusy(true);
      const answer = await api.findings.answer({ applicationId, key: asked.key, reason });
      setBusy(false);
      if (!answer.ok) return setRefusal(troubleText(troubleOf(answer.error, ANSWER_TROUBLES)));
      onAnswered(asked.key);
      setAsked(null);
    },
    async restore({ key }) {
      await api.findings.withdraw({ applicationId, key });
    },
  };
}
