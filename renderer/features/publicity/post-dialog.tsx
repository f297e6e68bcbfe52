/** What will be posted, in facts: who, from when to when, who is left out and why; then it is done. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { formatDate, formatMonthDay } from '#model/beijing-time.ts';
import { api } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { publicityRefusal } from './trouble-words.ts';
import type { NoticeDraft, Plan, Posted } from './types.ts';
import type { Planner } from './use-planner.ts';
import { countPeople, includedGroups, peopleWords, tooLateWords } from './words.ts';

type Props = Readonly<{
  planner: Planner;
  plan: Plan | undefined;
  draft: NoticeDraft;
  onClose(): void;
  onPosted(posted: Posted): void;
}>;

const NAMED = 12;

export function PostDialog({ planner, plan, draft, onClose, onPosted }: Props) {
  const { isBusy, refusal, post } = usePost(planner, draft, onPosted);
  const count = plan ? countPeople(includedGroups(plan)) : 0;
  if (!plan || count === 0) return <CannotPost plan={plan} planner={planner} onClose={onClose} />;
  return (
    <Dialog
      title="生成公示"
      widthPx={600}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>再看看</Button>
          <KeyButton keys="Enter" type="primary" loading={isBusy} onClick={() => void post()}>
            {`公示这${count}人`}
          </KeyButton>
        </>
      }
    >
      <PostKeys onPost={() => void post()} />
      {refusal !== null && (
        <WarningLine level="block" isAnswer>
          {refusal}
        </WarningLine>
      )}
      <PostFacts plan={plan} draft={draft} count={count} />
    </Dialog>
  );
}

/** Inside the dialog, where its keys are heard. */
function PostKeys({ onPost }: Readonly<{ onPost(): void }>) {
  useHotKeys({ enter: onPost, 'mod+enter': onPost });
  return null;
}

function PostFacts({ plan, draft, count }: Readonly<{ plan: Plan; draft: NoticeDraft; count: number }>) {
  const included = includedGroups(plan);
  const names = included.flatMap(({ people }) => people.map(({ name }) => name));
  const dispatch = countPeople(included.filter(({ isDispatch }) => isDispatch));
  const late = plan.groups.filter(({ verdict }) => verdict === 'too-late');
  return (
    <>
      <dl className="post-facts">
        <dt>公示</dt>
        <dd>
          <b>{peopleWords(names, count, NAMED)}</b>
        </dd>
        <dt>发布</dt>
        <dd>{`${formatDate(plan.postedOn)}，${draft.facts.place}`}</dd>
        <dt>期满</dt>
        <dd>
          <b>{`${formatDate(plan.endsOn)} 24:00`}</b>
          {`，${formatMonthDay(plan.approvableOn)} 0时起可结束公示`}
        </dd>
      </dl>
      {late.map((group) => (
        <WarningLine key={`${group.committee} ${group.isDispatch}`} level="block">
          <b>{`不加入${group.people.length}人：${peopleWords(
            group.people.map(({ name }) => name),
            group.people.length,
            NAMED,
          )}。`}</b>
          {tooLateWords(group, plan)}
        </WarningLine>
      ))}
      {dispatch > 0 && (
        <WarningLine level="warn">{`${dispatch}人为劳务派遣，还要登记派遣公司的公示、审核和盖章才能结束。`}</WarningLine>
      )}
      {plan.postedOn < plan.today && (
        <WarningLine level="hint">发布日在今天之前。确实那天已经贴出，再生成。</WarningLine>
      )}
    </>
  );
}

function CannotPost({
  plan,
  planner,
  onClose,
}: Readonly<{ plan: Plan | undefined; planner: Planner; onClose(): void }>) {
  return (
    <Dialog title="还不能生成公示" onCancel={onClose} footer={<Button onClick={onClose}>知道了</Button>}>
      {planner.chosen.length === 0 && <p>还没有选人。点“增减”选申报人。</p>}
      {planner.chosen.length > 0 && !plan && (
        <p>
          {planner.planFailure
            ? publicityRefusal('plan', planner.planFailure)
            : '公示期满的日子还没有算好，请稍等再点一次。'}
        </p>
      )}
      {planner.chosen.length > 0 &&
        plan?.groups.map((group) => (
          <WarningLine key={`${group.committee} ${group.isDispatch}`} level="block">
            {tooLateWords(group, plan)}
          </WarningLine>
        ))}
    </Dialog>
  );
}

function usePost(planner: Planner, draft: NoticeDraft, onPosted: (posted: Posted) => void) {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  // one id for one notice: pressing twice, or a lost answer, posts once
  const noticeId = useRef(crypto.randomUUID());

  async function post(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await api.publicity.post({
      noticeId: noticeId.current,
      applicationIds: planner.chosen.map(({ id }) => id),
      postedOn: planner.postedOn,
      facts: draft.facts,
    });
    setBusy(false);
    if (answer.ok) onPosted(answer.value);
    else setRefusal(publicityRefusal('post', answer.error));
  }
  return { isBusy, refusal, post };
}
