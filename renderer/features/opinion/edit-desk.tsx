import { Button } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { beijingDateOf } from '#model/beijing-time.ts';
import { checkOpinion } from '#model/opinion-checks.ts';
import { opinionText, writeOpinion } from '#model/opinion-text.ts';
import { api, useQuery } from '../../client/index.ts';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { CheckList } from './check-list.tsx';
import { DraftManyDialog, SubmitDialog } from './dialogs.tsx';
import { EditFoot } from './edit-foot.tsx';
import type { DeskProps } from './opinion-desk.tsx';
import { OpinionFields } from './opinion-fields.tsx';
import { OwnText, Paragraphs, TextHead, TextPaper } from './text-pane.tsx';
import { useOpinionActs } from './use-opinion-acts.ts';
import { useOpinionForm } from './use-opinion-form.ts';
import { useSubmit } from './use-submit.ts';
import { VersionsButton } from './versions.tsx';
import { opinionTrouble, savedWords } from './words.ts';

type Props = DeskProps & Readonly<{ onDropped(): void }>;

export function EditDesk({ id, opinion, detail, people, submitted, onSubmitted, onPublicity, onDropped }: Props) {
  const { facts, versions } = opinion;
  const state = useOpinionForm(id, opinion);
  const { form } = state;
  const today = beijingDateOf(detail.now);
  // texts and checks follow the typing, they never hold it up
  const shown = useDeferredValue(form);
  const names = useMemo(() => people.map(({ name }) => name), [people]);
  const against = useMemo(
    () => ({ today, otherNames: names, similarTo: state.similarTo }),
    [today, names, state.similarTo],
  );
  const checks = useMemo(() => checkOpinion(shown, facts, against), [shown, facts, against]);
  const text = opinionText(shown, facts);
  const acts = useOpinionActs({ id, opinion, state, people });
  const submit = useSubmit({ id, opinion, state, check: () => checkOpinion(form, facts, against), onSubmitted });
  const head = useQuery('unit', () => api.unit.get({})).value?.unit?.head ?? '';
  useHotKeys({ 'mod+enter': submit.askByKey }, { isOff: submit.isAsking || acts.isAsking });

  async function drop(): Promise<void> {
    await state.flush();
    state.settle();
    await api.opinion.discard({ applicationId: id });
    onDropped();
  }
  return (
    <>
      <section className="opinion-pane" aria-label="填写">
        <div className="opinion-pane-head">
          <h2>基层单位意见</h2>
          <span className="second">* 为必填</span>
          <span className="opinion-head-acts">
            {versions.length > 0 && (
              <Button color="default" variant="text" onClick={() => void drop()}>
                放弃修改
              </Button>
            )}
            <span className="second" role="status">
              {state.problem ? opinionTrouble(state.problem) : savedWords(state.savedAt)}
            </span>
          </span>
        </div>
        <div className="opinion-scroll">
          <OpinionFields
            form={form}
            facts={facts}
            checks={checks}
            today={today}
            heads={head === '' ? [] : [head]}
            onChange={state.change}
            onSuggest={() => void acts.suggest()}
            onPublicity={() => onPublicity(facts.publicity)}
          />
        </div>
        <EditFoot
          acts={acts}
          state={state}
          submitted={submitted}
          refusal={submit.refusal}
          checks={checks}
          onSubmit={submit.ask}
        />
      </section>
      <section className="opinion-pane is-text" aria-label="成文">
        <TextHead text={text} note={form.ownText === null ? '随填随变' : '已手工改过，不再随表变'}>
          {versions.length > 0 && <VersionsButton versions={versions} />}
          {form.ownText === null ? (
            <Button color="default" variant="text" onClick={() => state.change({ ownText: text })}>
              改成文
            </Button>
          ) : (
            <Button color="default" variant="text" onClick={() => state.replace({ ownText: null }, '已恢复自动成文。')}>
              恢复自动成文
            </Button>
          )}
        </TextHead>
        <div className="opinion-scroll" tabIndex={0} role="group" aria-label="成文和核对">
          <TextPaper head={form.head} unitName={facts.unitName}>
            {form.ownText === null ? (
              <Paragraphs paragraphs={writeOpinion(shown, facts)} />
            ) : (
              <OwnText form={form} onChange={state.change} />
            )}
          </TextPaper>
          <CheckList checks={checks} />
        </div>
      </section>
      {submit.isAsking && (
        <SubmitDialog
          facts={facts}
          text={text}
          number={(versions[0]?.number ?? 0) + 1}
          looks={checks}
          isBusy={submit.isBusy}
          onConfirm={() => void submit.confirm()}
          onCancel={submit.cancel}
        />
      )}
      {acts.isAsking && (
        <DraftManyDialog
          form={form}
          count={acts.others.length}
          isBusy={acts.isBusy}
          onConfirm={() => void acts.draftMany()}
          onCancel={() => acts.askDraftMany(false)}
        />
      )}
    </>
  );
}
