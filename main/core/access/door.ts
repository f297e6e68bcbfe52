/** Whether the archive is open, for whom, and what stood in the way last time. */
import { createArchive, openArchive } from '#archive/open.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Ports } from '#ports/index.ts';
import type { Opened, Person } from '../office.ts';
import { openSession, toAccessProblem, type AccessProblem, type Session } from './session.ts';

export type Door = Readonly<{
  /** Opens for this person; whoever was in is let out first. Wipes `masterKey`. */
  open(masterKey: Buffer, person: Person): Promise<Result<{ person: Person }, AccessProblem>>;
  /** Makes a new archive and opens it. Wipes `masterKey`. */
  build(masterKey: Buffer, person: Person): Promise<Result<{ person: Person }, 'already-there' | 'disk-full'>>;
  close(): Promise<void>;
  isOpen(): boolean;
  person(): Person | null;
  /** The archive was found missing or damaged when it was last tried. */
  isDamaged(): boolean;
}>;

type DoorOptions = Readonly<{
  ports: Ports;
  onOpened(opened: Opened): Promise<void>;
  onClosing(): Promise<void>;
}>;

export function createDoor({ ports, onOpened, onClosing }: DoorOptions): Door {
  let session: Session | null = null;
  let isReady = false;
  let isDamaged = false;

  async function enter(next: Session): Promise<Result<{ person: Person }, never>> {
    session = next;
    try {
      await onOpened(next.opened);
    } catch (error) {
      session = null;
      next.close();
      throw error;
    }
    isReady = true;
    isDamaged = false;
    return ok({ person: next.opened.person });
  }

  async function close(): Promise<void> {
    const leaving = session;
    if (!leaving) return;
    isReady = false;
    try {
      await onClosing();
    } catch (error) {
      ports.log.error('access.closing', error);
    }
    session = null;
    try {
      leaving.close();
    } catch (error) {
      ports.log.error('access.archive-not-closed', error);
    }
  }

  return {
    async open(masterKey, person) {
      if (session?.opened.person.id === person.id) {
        masterKey.fill(0);
        return ok({ person });
      }
      await close();
      const opened = await openSession(ports, masterKey, person, openArchive);
      if (opened.ok) return enter(opened.value);
      const { code, details } = opened.error;
      const reason = details?.['reason'];
      isDamaged = code === 'missing' || code === 'damaged' || code === 'wrong-key';
      ports.log.warn('access.archive-not-opened', { code, reason: typeof reason === 'string' ? reason : code });
      return toAccessProblem(code, details);
    },
    async build(masterKey, person) {
      const built = await openSession(ports, masterKey, person, createArchive);
      return built.ok ? enter(built.value) : fail(built.error.code);
    },
    close,
    isOpen: () => isReady,
    person: () => (isReady ? (session?.opened.person ?? null) : null),
    isDamaged: () => isDamaged,
  };
}
