/** What every route of the city works with. */
import type { CityClock } from './clock.ts';
import type { CityDb } from './db.ts';
import type { Faults } from './faults.ts';
import type { ERROR_CODES } from '#protocol/protocol.ts';

export type CityContext = Readonly<{
  db: CityDb;
  clock: CityClock;
  faults: Faults;
  blobDir: string;
  /** Ed25519 pair that signs receipts, DER, base64url */
  keys: Readonly<{ publicKey: string; privateKey: string }>;
  year: number;
}>;

type ErrorCode = (typeof ERROR_CODES)[number];

/** An answer that is not 2xx, in the protocol's form. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly attemptsLeft: number | null;

  constructor(status: number, code: ErrorCode, message: string, attemptsLeft: number | null = null) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.attemptsLeft = attemptsLeft;
  }
}
