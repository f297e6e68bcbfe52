/** The notices in memory, read when first asked for and again one by one as they change: the board never waits for the disk. */
import type { Db } from '#archive/db.ts';
import { selectHeld, selectMembers, selectNotice, selectNotices } from './publicity.repository.ts';
import type { Member, Notice } from './publicity.repository.ts';

/** `members`: everybody who ever was on it, by name */
export type OpenNotice = Notice & Readonly<{ members: readonly Member[] }>;

export type NoticeBook = Readonly<{
  /** newest first */
  all(): readonly OpenNotice[];
  /** null when there is none, or it was called off */
  running(id: string): OpenNotice | null;
  find(id: string): OpenNotice | null;
  reload(id: string): void;
}>;

export function createNoticeBook(db: Db): NoticeBook {
  let notices: Map<string, OpenNotice> | null = null;

  function loadAll(): Map<string, OpenNotice> {
    const members = Map.groupBy(selectHeld(db), (member) => member.noticeId);
    return new Map(
      selectNotices(db).map((notice) => [notice.id, { ...notice, members: members.get(notice.id) ?? [] }]),
    );
  }
  function held(): Map<string, OpenNotice> {
    notices ??= loadAll();
    return notices;
  }

  return {
    all: () => [...held().values()],
    running(id) {
      const notice = held().get(id);
      return notice && notice.cancelledAt === null ? notice : null;
    },
    find: (id) => held().get(id) ?? null,
    reload(id) {
      const notice = selectNotice(db, id);
      if (!notice) return;
      const read = { ...notice, members: selectMembers(db, id) };
      const before = held();
      // a new one comes first
      notices = before.has(id) ? before.set(id, read) : new Map([[id, read], ...before]);
    },
  };
}
