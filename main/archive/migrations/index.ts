/** Every step of the schema, oldest first. A step is never changed once a version with it was released. */
import type { Db } from '../db.ts';
import * as desk from './0010-desk.ts';
import * as judging from './0020-judging.ts';
import * as scans from './0030-scans.ts';
import * as papers from './0040-papers.ts';

export type Migration = Readonly<{ version: number; up: (db: Db) => void }>;

export const MIGRATIONS: readonly Migration[] = [desk, judging, scans, papers];
