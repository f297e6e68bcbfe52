/**
 * `node run-core.ts APP`: opens the core that lies in APP (an extracted asar) under this Node, founds an
 * encrypted archive in a temporary profile and prints one JSON line of what it answered.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Desk } from '#core/desk.ts';
import type { Log, Ports } from '#ports/index.ts';
import type { PaperDocument, SetPaper } from '#ports/paper-document.ts';
import { forkJobProcess } from '../../main/hosts/adapters/forked-job-process.ts';
import { createJobProcesses } from '../../main/hosts/adapters/job-processes.ts';
import { createSystemClock } from '../../main/hosts/adapters/system-clock.ts';
import { createFileKeychain } from '../../main/hosts/adapters/file-keychain.ts';
import { createHeldFiles } from '../../main/hosts/loopback/held-files.ts';

const PLAIN_DATABASE = 'SQLite format 3\0';
const ONE_PIXEL_GIF = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const app = path.resolve(process.argv[2] ?? '');
const profile = mkdtempSync(path.join(tmpdir(), 'packed-core-'));

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => console.error(event, error),
};
const ports: Ports = {
  clock: createSystemClock(),
  paths: { profile, resources: path.join(app, 'resources'), renderer: path.join(app, 'out/renderer') },
  net: { fetch: () => Promise.reject(new TypeError('no network here')) },
  keychain: createFileKeychain(profile),
  files: createHeldFiles(),
  jobs: createJobProcesses({ start: () => forkJobProcess(path.join(app, 'out/main/jobs.js')), log }),
  log,
};

function databaseHeaders(): readonly string[] {
  return readdirSync(profile, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.db'))
    .map((name) => readFileSync(path.join(profile, name)).subarray(0, 16).toString('latin1'));
}

/** In 宋体, bold and 黑体. */
function nameOnPaper(text: string): PaperDocument {
  const runs = (['song', 'song-bold', 'hei'] as const).map((face) => ({ text, face }));
  const margins = { top: 20, right: 20, bottom: 20, left: 20 };
  const blocks = [{ kind: 'paragraph', runs }] as const;
  const section = { sheet: 'a4', margins, header: null, footer: null, startsAtOne: true, blocks } as const;
  return { title: '', author: '', scale: 1, sections: [section] };
}

function bytesOf(paper: SetPaper): Uint8Array {
  return Buffer.concat(paper.parts.flatMap((part) => ('bytes' in part ? [part.bytes] : [])));
}

try {
  const { openDesk } = (await import(pathToFileURL(path.join(app, 'out/main/core.js')).href)) as {
    openDesk: (ports: Ports) => Promise<Desk>;
  };
  const desk = await openDesk(ports);
  const call = (method: string, input: unknown) => desk.dispatch(method, input, { client: 'packed' });
  const founded = await call('access.setUp', {
    personName: '段雪梅',
    role: 'reviewer',
    passphrase: '翠湖的海鸥十一月来',
  });
  const status = await call('access.status', {});
  // the smallest picture there is
  const described = await ports.jobs.run('describe', { bytes: Buffer.from(ONE_PIXEL_GIF, 'base64') });
  const paper = await ports.jobs.run('typeset', { document: nameOnPaper('段䶮、𠀀'), images: [] });
  const encrypted = paper.ok && (await ports.jobs.run('encryptPdf', { bytes: bytesOf(paper.value), password: '翠湖' }));
  const page = await desk.serve(new Request('http://127.0.0.1/'));
  const headers = databaseHeaders();
  const isEncrypted = headers.length > 0 && !headers.includes(PLAIN_DATABASE);
  await desk.close();
  const set = { notes: paper.ok ? paper.value.notes : null, isEncrypted: encrypted && encrypted.ok };
  process.stdout.write(
    `${JSON.stringify({ founded, status, described, set, pageStatus: page.status, isEncrypted })}\n`,
  );
} finally {
  rmSync(profile, { recursive: true, force: true });
}
