/** Fetches the scans that are not in the vault yet, two at a time, resuming what was cut off. */
import { streamCity } from '../city/city.service.ts';
import { asDevice, toTrouble } from './session.ts';
import {
  countMissingScans,
  insertBlob,
  insertLog,
  selectApplicationsWith,
  selectNextScans,
  type MissingScan,
} from './sync.repository.ts';
import { enter, type Partial, type Run, type Trouble } from './sync.state.ts';

const AT_A_TIME = 2;
/** Wrong so often, it is wrong at the city: no more of it until 「现在收发」 or the next unlock. */
const MAX_SPOILT = 3;
/** Looked up together: finding the most wanted one reads every attachment. */
const LOOK_AHEAD = 64;
/** Windows are told of new scans once a second at most. */
const TELL_MS = 1_000;

type Round = {
  /** wanted next, for the application that was on screen when they were looked up */
  ahead: MissingScan[];
  aheadFor: string | null;
  inHand: Set<string>;
  stored: number;
  total: number;
  trouble: Trouble | null;
  isDiskFull: boolean;
  news: Set<string>;
  toldAt: number;
};

/** Until nothing is missing, something more urgent is there, or the line breaks. */
export async function fetchScans(run: Run): Promise<Trouble | null> {
  const total = countMissingScans(run.db).missing;
  const round: Round = {
    ahead: [],
    aheadFor: null,
    inHand: new Set(),
    stored: 0,
    total,
    trouble: null,
    isDiskFull: false,
    news: new Set(),
    toldAt: run.clock.monotonic(),
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, () => work(run, round)));
  tellNews(run, round);
  run.memory.hasMoreScans = !round.trouble && !round.isDiskFull && nextScan(run, round) !== undefined;
  const at = run.clock.now();
  if (round.stored > 0) insertLog(run.db, { at, kind: 'scans', count: round.stored, code: '' });
  if (round.isDiskFull) insertLog(run.db, { at, kind: 'failed', count: 1, code: 'disk-full' });
  return round.trouble;
}

async function work(run: Run, round: Round): Promise<void> {
  while (!round.trouble && !round.isDiskFull && !run.signal.aborted && !run.isWantedElsewhere()) {
    const scan = nextScan(run, round);
    if (!scan) return;
    round.inHand.add(scan.sha256);
    enter(run, 'fetching-scans', { done: round.stored, total: round.total });
    round.trouble ??= await fetchScan(run, round, scan);
    round.inHand.delete(scan.sha256);
  }
}

function nextScan(run: Run, round: Round): MissingScan | undefined {
  const { memory, db } = run;
  if (round.ahead.length === 0 || round.aheadFor !== memory.first) {
    const givenUp = [...memory.spoilt].filter(([, times]) => times >= MAX_SPOILT).map(([sha256]) => sha256);
    round.ahead = [...selectNextScans(db, memory.first, [...round.inHand, ...givenUp], LOOK_AHEAD)];
    round.aheadFor = memory.first;
  }
  const next = round.ahead[0];
  // two applications may share a scan
  round.ahead = round.ahead.filter((scan) => scan.sha256 !== next?.sha256);
  return next;
}

/** One try; what arrived before a cut is kept and asked for no more. */
async function fetchScan(run: Run, round: Round, scan: MissingScan): Promise<Trouble | null> {
  const { memory } = run;
  const partial = memory.partials.get(scan.sha256) ?? { bytes: new Uint8Array(scan.sizeBytes), length: 0 };
  memory.partials.set(scan.sha256, partial);
  const hadLength = partial.length;
  const answer = await asDevice(run, (token) =>
    streamCity(
      run.line,
      {
        method: 'GET',
        path: `v1/blobs/${scan.sha256}`,
        token,
        signal: run.signal,
        headers: partial.length > 0 ? { range: `bytes=${partial.length}-`, 'if-range': `"${scan.sha256}"` } : {},
      },
      (response, chunks) => collect(partial, response, chunks),
    ),
  );
  if (answer.ok) {
    if (answer.value === 'too-long') return spoil(run, scan);
    if (partial.length === scan.sizeBytes) return store(run, round, scan, partial.bytes);
    // ended early without an error: the next try asks for the rest, unless there is none
    return partial.length > hadLength ? null : spoil(run, scan);
  }
  const { failure } = answer;
  const isGone = failure.kind === 'refused' && (failure.status === 404 || failure.status === 416);
  if (isGone) return spoil(run, scan, failure.status === 404);
  const isCut = failure.kind === 'offline' && partial.length > hadLength;
  return isCut ? null : toTrouble(failure);
}

/** Appends what comes to `partial`; from the start again when the city does not resume where we stopped. */
async function collect(
  partial: Partial,
  response: Response,
  chunks: AsyncIterable<Uint8Array>,
): Promise<'taken' | 'too-long'> {
  const range = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '');
  const isResumed = response.status === 206 && Number(range?.[1]) === partial.length;
  if (!isResumed) partial.length = 0;
  if (response.status === 206 && !isResumed) return 'taken'; // not the part we asked for
  for await (const chunk of chunks) {
    if (partial.length + chunk.byteLength > partial.bytes.byteLength) return 'too-long';
    partial.bytes.set(chunk, partial.length);
    partial.length += chunk.byteLength;
  }
  return 'taken';
}

async function store(run: Run, round: Round, scan: MissingScan, bytes: Uint8Array): Promise<null> {
  const put = await run.office.vault.put(scan.sha256, bytes);
  run.memory.partials.delete(scan.sha256);
  if (!put.ok) {
    if (put.error.code === 'hash-mismatch') return spoil(run, scan);
    round.isDiskFull = true;
    return null;
  }
  insertBlob(run.db, scan, run.clock.now());
  round.stored += 1;
  for (const id of selectApplicationsWith(run.db, scan.sha256)) round.news.add(id);
  const isAwaited = run.memory.first !== null && round.news.has(run.memory.first);
  if (isAwaited || run.clock.monotonic() - round.toldAt >= TELL_MS) tellNews(run, round);
  return null;
}

/** Begins anew next time; given up after the third. `isAbsent`: the city has no such scan, once is enough. */
function spoil(run: Run, scan: MissingScan, isAbsent = false): null {
  const { memory, db, clock } = run;
  memory.partials.delete(scan.sha256);
  const times = isAbsent ? MAX_SPOILT : (memory.spoilt.get(scan.sha256) ?? 0) + 1;
  memory.spoilt.set(scan.sha256, times);
  const code = isAbsent ? 'scan-absent' : 'scan-damaged';
  if (times >= MAX_SPOILT) insertLog(db, { at: clock.now(), kind: 'failed', count: times, code });
  return null;
}

function tellNews(run: Run, round: Round): void {
  round.toldAt = run.clock.monotonic();
  if (round.news.size > 0) run.office.applications.touched([...round.news]);
  round.news.clear();
}
