/** 预览: what would become of each now, and what was shown, so that nothing else is done afterwards. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as z from 'zod';
import type { batch as contract } from '#contract/batch.contract.ts';
import type { BatchKindName } from '#model/batch.ts';
import type { Clock } from '#ports/index.ts';
import type { Applications } from '../applications/applications.service.ts';
import { basisOf, type Basis } from './foreseeing.ts';
import type { BatchKind, BatchParams, Foreseen } from './kinds.ts';

type Preview = z.input<typeof contract.preview.output>;
export type Asked = Readonly<{ kind: BatchKindName; applicationIds: readonly string[]; params: BatchParams }>;

type PreviewDeps = Readonly<{
  clock: Clock;
  applications: Pick<Applications, 'entry'>;
  kinds: Readonly<Record<BatchKindName, BatchKind>>;
}>;

export type Previewing = Readonly<{
  preview(asked: Asked): Promise<Preview>;
  /** What a batch rests on: as it was last shown, or as it is now where it was not. In order, nobody twice. */
  basesOf(asked: Asked): ReadonlyMap<string, Basis>;
  close(): void;
}>;

/** Others have their turn after so long. */
const TURN_MS = 10;

export function createPreviewing({ clock, applications, kinds }: PreviewDeps): Previewing {
  /** of the last preview asked for */
  let shown: Readonly<{ of: string; bases: ReadonlyMap<string, Basis> }> | null = null;
  let ticket = 0;

  function foresee({ kind, params }: Asked, id: string): Readonly<{ basis: Basis; foreseen: Foreseen }> {
    const entry = applications.entry(id);
    const foreseen = entry ? kinds[kind].foresee(entry, params) : NOT_FOUND;
    return { basis: basisOf(entry, foreseen), foreseen };
  }

  return {
    async preview(asked) {
      ticket += 1;
      const mine = ticket;
      const preview: Groups = { will: [], cannot: [], single: [] };
      const bases = new Map<string, Basis>();
      let turnedAt = clock.monotonic();
      for (const id of new Set(asked.applicationIds)) {
        if (clock.monotonic() - turnedAt >= TURN_MS) {
          await nextTurn();
          turnedAt = clock.monotonic();
        }
        // another was asked for since, or the archive was locked: nobody waits for this one any more
        if (mine !== ticket) return { will: [], cannot: [], single: [] };
        const { basis, foreseen } = foresee(asked, id);
        bases.set(id, basis);
        put(preview, id, basis, foreseen);
      }
      shown = { of: keyOf(asked), bases };
      return preview;
    },
    basesOf(asked) {
      const bases = shown?.of === keyOf(asked) ? shown.bases : null;
      const ids = [...new Set(asked.applicationIds)];
      return new Map(ids.map((id) => [id, bases?.get(id) ?? foresee(asked, id).basis]));
    },
    close() {
      ticket += 1;
      shown = null;
    },
  };
}

type Groups = { [G in keyof Preview]: Preview[G] };

const NOT_FOUND: Foreseen = { kind: 'cannot', reason: { code: 'not-found', detail: '' } };

function put(preview: Groups, id: string, { name, title }: Basis, foreseen: Foreseen): void {
  if (foreseen.kind === 'will') preview.will.push({ id, name, title, text: foreseen.text });
  else preview[foreseen.kind].push({ id, name, ...foreseen.reason });
}

function keyOf({ kind, params }: Asked): string {
  return JSON.stringify([kind, params.opinion]);
}
