/**
 * Hands a drop's files to the desk one after the other. Each is on disk when the desk answers, so what is told as
 * handed in is never lost; what cannot be handed in stands in the report with its reason.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure, Result } from '#model/result.ts';
import type { DroppedFile } from './dropped-files.ts';

/** The desk takes none larger (MAX_FILE_BYTES of its ports). */
export const LARGEST_FILE_BYTES = 32 * 1024 * 1024;
/** The program is locked or starting anew: what is left is handed in afterwards. */
const AGAIN_AFTER_MS = 3000;

type At = Readonly<{ intakeId: string; no: number }>;

/** Of the desk, what is needed. */
export type FeedDesk = Readonly<{
  begin(input: Readonly<{ intakeId: string; applicationId: string | null; total: number }>): Promise<Result<unknown>>;
  add(input: At & Readonly<{ token: string; folder: string }>): Promise<Result<unknown>>;
  refuse(
    input: At & Readonly<{ name: string; folder: string; reason: 'too-large' | 'gone' }>,
  ): Promise<Result<unknown>>;
  tokenForFile(file: File): Promise<string | null>;
  newId(): string;
  wait(ms: number): Promise<void>;
}>;

export type Feed = Readonly<{
  intakeId: string;
  applicationId: string | null;
  total: number;
  /** files behind it: taken, or refused with a reason */
  handed: number;
  isPaused: boolean;
  /** it waits for this to be put right, and goes on when told to */
  trouble: Failure | null;
}>;

export type FeedState = Readonly<{
  /** drops under way, the oldest first: one is handed in at a time */
  feeds: readonly Feed[];
  /** the drop that could not even begin */
  refusal: Failure | null;
  /** @returns the intake's id */
  feed(files: readonly DroppedFile[], applicationId: string | null): string | null;
  pause(intakeId: string): void;
  resume(intakeId: string): void;
  stop(intakeId: string): void;
}>;

export type FeedStore = StoreApi<FeedState>;

type Held = Readonly<{ intakeId: string; applicationId: string | null; files: readonly DroppedFile[] }>;

export function createFeedStore(desk: FeedDesk): FeedStore {
  return createStore<FeedState>()((set, get) => {
    const waiting: Held[] = [];
    let isFeeding = false;
    const { change, drop, isWanted } = createSwitches(get, set);

    async function handIn(held: Held): Promise<void> {
      const { intakeId, files } = held;
      for (let no = 0; no < files.length && (await isWanted(intakeId));) {
        const failure = await handFile(desk, held, no);
        if (failure === null) {
          no += 1;
          change(intakeId, { handed: no });
        } else if (isPassing(failure)) await desk.wait(AGAIN_AFTER_MS);
        else if (failure.code === 'stopped' || failure.code === 'not-found') return;
        else change(intakeId, { trouble: failure });
      }
    }
    async function feedAll(): Promise<void> {
      if (isFeeding) return;
      isFeeding = true;
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const begun = await begin(desk, next);
        if (begun.ok) await handIn(next);
        else set({ refusal: begun.error });
        drop(next.intakeId);
      }
      isFeeding = false;
    }
    return {
      feeds: [],
      refusal: null,
      feed(files, applicationId) {
        if (files.length === 0) return null;
        const intakeId = desk.newId();
        waiting.push({ intakeId, applicationId, files });
        const feed = { intakeId, applicationId, total: files.length, handed: 0, isPaused: false, trouble: null };
        set({ feeds: [...get().feeds, feed], refusal: null });
        void feedAll();
        return intakeId;
      },
      pause: (intakeId) => change(intakeId, { isPaused: true }),
      resume: (intakeId) => change(intakeId, { isPaused: false, trouble: null }),
      stop: drop,
    };
  });
}

/** What of a drop changes while it is handed in, and waiting until it may go on. */
function createSwitches(get: () => FeedState, set: (part: Partial<FeedState>) => void) {
  let wake: (() => void) | null = null;
  function put(feeds: readonly Feed[]): void {
    set({ feeds });
    wake?.();
  }
  return {
    change(intakeId: string, part: Partial<Feed>): void {
      put(get().feeds.map((feed) => (feed.intakeId === intakeId ? { ...feed, ...part } : feed)));
    },
    drop(intakeId: string): void {
      put(get().feeds.filter((feed) => feed.intakeId !== intakeId));
    },
    /** True once the drop may go on; false when it was stopped meanwhile. */
    async isWanted(intakeId: string): Promise<boolean> {
      for (;;) {
        const feed = get().feeds.find((one) => one.intakeId === intakeId);
        if (!feed) return false;
        if (!feed.isPaused && feed.trouble === null) return true;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** Announcing the same intake again is harmless, and tells whether the desk is there at all. */
function begin(desk: FeedDesk, { intakeId, applicationId, files }: Held): Promise<Result<unknown>> {
  return desk.begin({ intakeId, applicationId, total: files.length });
}

/** null: it is behind us, taken or told as refused. */
async function handFile(desk: FeedDesk, held: Held, no: number): Promise<Failure | null> {
  const dropped = held.files[no];
  if (!dropped) return null;
  const { file, folder } = dropped;
  const at = { intakeId: held.intakeId, no };
  const refuse = async (reason: 'too-large' | 'gone') => {
    const told = await desk.refuse({ ...at, name: file.name.slice(0, LONGEST_NAME), folder, reason });
    return told.ok ? null : told.error;
  };
  if (file.size > LARGEST_FILE_BYTES) return refuse('too-large');
  const token = await desk.tokenForFile(file);
  if (token === null) {
    const there = await begin(desk, held);
    return there.ok ? refuse('gone') : there.error;
  }
  const added = await desk.add({ ...at, token, folder });
  if (added.ok) return null;
  return added.error.code === 'file-gone' ? refuse('gone') : added.error;
}

const LONGEST_NAME = 255;

function isPassing({ code }: Failure): boolean {
  return code === 'locked' || code === 'unreachable';
}
