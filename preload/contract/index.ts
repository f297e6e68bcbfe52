/** THE contract between the window and the core: every method there is. */
import type { ContractDef } from './define.ts';
import { access } from './access.contract.ts';
import { applications } from './applications.contract.ts';
import { batch } from './batch.contract.ts';
import { drafts } from './drafts.contract.ts';
import { findings } from './findings.contract.ts';
import { opinion } from './opinion.contract.ts';
import { papers } from './papers.contract.ts';
import { phrases } from './phrases.contract.ts';
import { publicity } from './publicity.contract.ts';
import { reference } from './reference.contract.ts';
import { review } from './review.contract.ts';
import { scans } from './scans.contract.ts';
import { settings } from './settings.contract.ts';
import { sync } from './sync.contract.ts';
import { unit } from './unit.contract.ts';

export const contract = {
  access,
  unit,
  applications,
  findings,
  review,
  opinion,
  publicity,
  batch,
  phrases,
  scans,
  papers,
  drafts,
  sync,
  settings,
  reference,
} as const satisfies ContractDef;
export type AppContract = typeof contract;
