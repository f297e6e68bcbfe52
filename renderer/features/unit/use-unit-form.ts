/** The form as it is typed, kept as a draft until it is handed in; what the city's record says stands under it. */
import { useStoredDraft, type StoredDraft } from '../../client/index.ts';
import type { OwnUnit, UnitForm } from './types.ts';

export type UnitFormState = Pick<StoredDraft<UnitForm>, 'savedAt' | 'problem'> &
  Readonly<{
    /** null until the draft, if there is one, is here */
    form: UnitForm | null;
    change(part: Partial<UnitForm>): void;
    /** It was handed in, or given up: the record as it stands is shown again. */
    drop(): Promise<void>;
  }>;

export function useUnitForm(unit: OwnUnit): UnitFormState {
  const { reading, content, savedAt, problem, change, discard } = useStoredDraft('unit', 'unit');
  return {
    form: reading === 'under-way' ? null : (content ?? formOf(unit)),
    savedAt,
    problem,
    change: (part) => change((before) => ({ ...(before ?? formOf(unit)), ...part })),
    drop: discard,
  };
}

function formOf({ name, kind, county, supervisor, head, contact, phone, address }: OwnUnit): UnitForm {
  return { name, kind, county, supervisor, head, contact, phone, address, renamedOn: '' };
}
