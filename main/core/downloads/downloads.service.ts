/** Addresses under which the window saves a file of this session; nothing of it lies on the disk before the person says where. */
import { randomBytes } from 'node:crypto';

export type Download = Readonly<{
  /** as proposed in the save dialog, with its extension */
  fileName: string;
  mime: string;
  /** asked for when the file is fetched, as often as that is */
  bytes(): Promise<Uint8Array> | Uint8Array;
}>;

export type Downloads = Readonly<{
  /** '/download/<token>', good until locking; only the newest are kept */
  addressOf(download: Download): string;
  /** Null for a token of no download. */
  open(token: string): Promise<Readonly<{ fileName: string; mime: string; bytes: Uint8Array }> | null>;
}>;

const MAX_OFFERED = 100;
/** What no file system takes, or shows as something else than it is (bidi controls). */
const UNFIT = /[\p{Cc}\u202A-\u202E\u2066-\u2069/\\:*?"<>|]/gu;

export function createDownloads(): Downloads {
  const offered = new Map<string, Download>();
  return {
    addressOf(download) {
      const token = randomBytes(32).toString('base64url');
      offered.set(token, download);
      const [oldest] = offered.keys();
      if (offered.size > MAX_OFFERED && oldest !== undefined) offered.delete(oldest);
      return `/download/${token}`;
    },
    async open(token) {
      const download = offered.get(token);
      if (!download) return null;
      const { mime } = download;
      return { fileName: download.fileName.replaceAll(UNFIT, '_'), mime, bytes: await download.bytes() };
    },
  };
}
