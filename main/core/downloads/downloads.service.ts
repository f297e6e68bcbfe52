/** Addresses under which the window saves a file of this session; nothing of it lies on the disk before the person says where. */
import { randomBytes } from 'node:crypto';

/** Whole, or one part after the other where it would be too large for that. */
export type Body = Uint8Array | AsyncIterable<Uint8Array>;

export type Download = Readonly<{
  /** as proposed in the save dialog, with its extension */
  fileName: string;
  mime: string;
  /** asked for when the file is fetched, as often as that is */
  bytes(): Promise<Body> | Body;
}>;

export type Downloads = Readonly<{
  /** '/download/<token>', good until locking; only the newest are kept */
  addressOf(download: Download): string;
  /** '/print/<token>': the same, shown by the browser instead of saved. */
  printOf(download: Download): string;
  /** Null for a token of no download. */
  open(token: string): Promise<Readonly<{ fileName: string; mime: string; bytes: Body }> | null>;
}>;

/** A batch of papers offers a file for each of many people. */
const MAX_OFFERED = 5000;
/** What no file system takes, or shows as something else than it is (bidi controls). */
const UNFIT = /[\p{Cc}\u202A-\u202E\u2066-\u2069/\\:*?"<>|]/gu;

export function createDownloads(): Downloads {
  const offered = new Map<string, Download>();

  function tokenOf(download: Download): string {
    const token = randomBytes(32).toString('base64url');
    offered.set(token, download);
    const [oldest] = offered.keys();
    if (offered.size > MAX_OFFERED && oldest !== undefined) offered.delete(oldest);
    return token;
  }

  return {
    addressOf: (download) => `/download/${tokenOf(download)}`,
    printOf: (download) => `/print/${tokenOf(download)}`,
    async open(token) {
      const download = offered.get(token);
      if (!download) return null;
      const { mime } = download;
      return { fileName: download.fileName.replaceAll(UNFIT, '_'), mime, bytes: await download.bytes() };
    },
  };
}
