/** The form on the left: what 五(三)5 asks to be told, in the order in which it is read (ux 3.5). */
import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import type { PlainDate } from '#model/beijing-time.ts';
import type { OpinionCheck } from '#model/opinion-checks.ts';
import { RECOMMENDATION_WAYS, type OpinionForm } from '#model/opinion-form.ts';
import { countCharacters, type OpinionFacts, type OpinionField } from '#model/opinion-text.ts';
import { needsVotes } from '#model/opinion-votes.ts';
import { ComboField } from '../../ui/combo-field.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Glyph } from '../../ui/glyph.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { publicityWords, recommendationsFor, SCOPES, WRONG_NUMBERS } from './words.ts';

type Props = Readonly<{
  form: OpinionForm;
  facts: OpinionFacts;
  checks: readonly OpinionCheck[];
  today: PlainDate;
  /** heads of the unit, as its record has them */
  heads: readonly string[];
  onChange(part: Partial<OpinionForm>): void;
  onSuggest(): void;
  onPublicity(): void;
}>;

export function OpinionFields(props: Props) {
  const { form, facts, today, heads, onChange } = props;
  return (
    <div className="opinion-fields">
      <Evaluation {...props} />
      <div className="opinion-row is-how">
        <Slot field="way">
          <ComboField
            label="推荐方式"
            isRequired
            value={form.way}
            suggestions={RECOMMENDATION_WAYS}
            maxLength={100}
            onChange={(way) => onChange({ way })}
          />
        </Slot>
        <Slot field="scope">
          <ComboField
            label="参加推荐的范围"
            isRequired
            value={form.scope}
            suggestions={SCOPES}
            maxLength={200}
            onChange={(scope) => onChange({ scope })}
          />
        </Slot>
        <Slot field="meeting">
          <ComboField
            label="会议名称"
            value={form.meeting}
            suggestions={[]}
            placeholder="会议"
            maxLength={200}
            onChange={(meeting) => onChange({ meeting })}
          />
        </Slot>
        <Slot field="meetingOn">
          <DateField
            label="会议日期"
            isRequired
            value={form.meetingOn}
            today={today}
            onChange={(meetingOn) => onChange({ meetingOn })}
          />
        </Slot>
      </div>
      <Numbers {...props} />
      <PublicityLine facts={facts} onPublicity={props.onPublicity} />
      <div className="opinion-row is-end">
        <Slot field="recommendation">
          <ComboField
            label="推荐意见"
            isRequired
            value={form.recommendation}
            suggestions={recommendationsFor(facts.title)}
            maxLength={200}
            onChange={(recommendation) => onChange({ recommendation })}
          />
        </Slot>
        <Slot field="head">
          <ComboField
            label="负责人"
            isRequired
            value={form.head}
            suggestions={heads}
            maxLength={60}
            onChange={(head) => onChange({ head })}
          />
        </Slot>
      </div>
    </div>
  );
}

/** Where a check leads to. */
function Slot({ field, children }: Readonly<{ field: OpinionField; children: ReactNode }>) {
  return <div data-field={field}>{children}</div>;
}

export function focusField(field: OpinionField): void {
  const slot = document.querySelector(`[data-field=${field}]`);
  const control = slot?.querySelector<HTMLElement>('input, textarea') ?? slot?.querySelector<HTMLElement>('button');
  control?.focus();
}

/** Each person's own: it is what a copy is told by. */
function Evaluation({ form, onChange, onSuggest }: Props) {
  const id = useId();
  return (
    <div className="form-field evaluation" data-field="evaluation">
      <div className="evaluation-head">
        <label htmlFor={id}>
          对专业技术工作的评价
          <span className="form-star" aria-hidden="true">
            *
          </span>
        </label>
        <button type="button" className="text-act" onClick={onSuggest}>
          用填报内容起草
        </button>
        <span className="second">{`${countCharacters(form.evaluation)}字`}</span>
      </div>
      <Input.TextArea
        id={id}
        aria-required
        value={form.evaluation}
        maxLength={5000}
        placeholder="写本人的工作、业绩和贡献，用数字和成果名称说话，每人不同。"
        onChange={(event) => onChange({ evaluation: event.target.value })}
      />
    </div>
  );
}

const NUMBERS = [
  { field: 'invited', label: '应到', unit: '人' },
  { field: 'attended', label: '实到', unit: '人' },
  { field: 'inFavour', label: '同意', unit: '票' },
  { field: 'against', label: '不同意', unit: '票' },
  { field: 'abstained', label: '弃权', unit: '票' },
] as const;

const MOST_PEOPLE = 100_000;

/** Sums are checked while one types; what does not add up is told once, below the row. */
function Numbers({ form, checks, onChange }: Props) {
  const told = checks.filter(({ code }) => code in WRONG_NUMBERS);
  const wrong = new Set(told.flatMap(({ code }) => WRONG_NUMBERS[code] ?? []));
  return (
    <div>
      <div className="opinion-row is-numbers">
        {NUMBERS.map(({ field, label, unit }) => (
          <Slot key={field} field={field}>
            <NumberField
              label={label}
              isRequired={needsVotes(form.way)}
              unit={unit}
              value={form[field]}
              most={MOST_PEOPLE}
              isWrong={wrong.has(field)}
              onChange={(count) => onChange({ [field]: count })}
            />
          </Slot>
        ))}
      </div>
      {told.length > 0 && (
        <p className="numbers-told" role="status">
          {told.map(({ code, severity, text }) => (
            <span key={code} className={severity === 'blocking' ? 'tone-bad' : 'tone-warn'}>
              <Glyph name={severity === 'blocking' ? 'square' : 'triangle'} /> {text}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function PublicityLine({ facts, onPublicity }: Pick<Props, 'facts' | 'onPublicity'>) {
  return (
    <div className="form-field" data-field="publicity">
      <span className="publicity-label">
        公示情况 <span className="second">取自公示记录，这里不能改</span>
      </span>
      <div className="publicity-line">
        <Glyph name="lock" />
        <span>{publicityWords(facts)}</span>
        <button type="button" className="text-act" onClick={onPublicity}>
          去公示
        </button>
      </div>
    </div>
  );
}
