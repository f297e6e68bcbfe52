/** 「修改记录」: every field's history, newest first, with the day, the person and how far it has come. */
import { formatDateTime, formatDate } from '#model/beijing-time.ts';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import type { HistoryChange, OwnUnit } from './types.ts';
import { FIELD_WORDS, valueWords } from './words.ts';

export function FormerNames({ unit }: Readonly<{ unit: OwnUnit }>) {
  if (unit.formerNames.length === 0) return <p className="second">没有改过名称。</p>;
  return (
    <ul className="former-names">
      {unit.formerNames.toReversed().map(({ name, until }) => (
        <li key={name + until}>
          <span>{name}</span>
          <span className="second">{`用到${formatDate(until)}以前`}</span>
        </li>
      ))}
    </ul>
  );
}

export function HistoryList({ changes }: Readonly<{ changes: readonly HistoryChange[] }>) {
  if (changes.length === 0) return <p className="second">在本机还没有修改过。</p>;
  return (
    <ol className="unit-history">
      {changes.map(({ at, person, field, before, after, delivery }) => (
        <li key={`${at} ${field}`}>
          <p>
            <strong>{FIELD_WORDS[field]}</strong>
            <span className="second">{`${formatDateTime(at)} ${person}`}</span>
            {delivery && <DeliveryTag delivery={delivery} />}
          </p>
          <p>
            <del>{valueWords(field, before)}</del> → {valueWords(field, after)}
          </p>
        </li>
      ))}
    </ol>
  );
}
