import { Button } from 'antd';
import { opinionText, writeOpinion } from '#model/opinion-text.ts';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import { KeyButton } from '../../ui/key-button.tsx';
import { WarningLine } from '../../ui/warning-line.tsx';
import type { DeskProps } from './opinion-desk.tsx';
import { ReadView } from './read-view.tsx';
import { Lines, Paragraphs, TextHead, TextPaper } from './text-pane.tsx';
import { VersionsButton } from './versions.tsx';
import { NOT_NOW_WORDS, standingWords, submittedWords } from './words.ts';

/** What was handed in: as it left, with how far it has come. */
export function ReadDesk({ opinion, detail, place, submitted, onChange }: DeskProps & Readonly<{ onChange(): void }>) {
  const { facts, form, versions, notNow } = opinion;
  const standing = detail.unitForms.opinion;
  const isElsewhere = standing !== null && standing.number === null;
  const text = standing?.text ?? opinionText(form, facts);
  return (
    <>
      <section className="opinion-pane" aria-label="填写">
        <div className="opinion-pane-head">
          <h2>基层单位意见</h2>
          {standing && <span className="second">{standingWords(standing)}</span>}
          {standing?.delivery && <DeliveryTag delivery={standing.delivery} />}
        </div>
        <div className="opinion-scroll" tabIndex={0} role="group" aria-label="填写的内容">
          {isElsewhere ? (
            <p className="second">这份意见不是在本机填的，这里只有成文。要改，点“修改”另写一稿。</p>
          ) : (
            <ReadView form={form} facts={facts} />
          )}
        </div>
        <div className="opinion-said">
          {submitted ? (
            <WarningLine level="good" isAnswer>
              {submittedWords(submitted)}
            </WarningLine>
          ) : (
            notNow && <WarningLine level="hint">{NOT_NOW_WORDS[notNow]}</WarningLine>
          )}
        </div>
        <footer className="opinion-foot">
          {notNow === null && (
            <Button color="default" variant="filled" onClick={onChange}>
              修改
            </Button>
          )}
          <span className="opinion-foot-end">
            <KeyButton keys="Ctrl+J" type="primary" onClick={place.onNext}>
              下一位
            </KeyButton>
          </span>
        </footer>
      </section>
      <section className="opinion-pane is-text" aria-label="成文">
        <TextHead text={text} note={standing ? '已提交' : '未提交'}>
          {versions.length > 0 && <VersionsButton versions={versions} />}
        </TextHead>
        <div className="opinion-scroll" tabIndex={0} role="group" aria-label="成文">
          <TextPaper head={isElsewhere ? '' : form.head} unitName={facts.unitName}>
            {standing ? <Lines text={standing.text} /> : <Paragraphs paragraphs={writeOpinion(form, facts)} />}
          </TextPaper>
        </div>
      </section>
    </>
  );
}
