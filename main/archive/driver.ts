/** The only file that knows better-sqlite3: statements by text, savepoints, and errors others can name. */
import type Driver from 'better-sqlite3-multiple-ciphers';
import { DiskFullError, type Db, type SqlParams, type Statement } from './db.ts';

export type TransactionHooks = Readonly<{
  /** Runs inside the outermost transaction, last. */
  beforeCommit(): void;
  /** Runs after the outermost transaction is on disk. */
  afterCommit(): void;
  /** Runs after the outermost transaction was undone. */
  afterRollback(): void;
}>;

const NO_HOOKS: TransactionHooks = { beforeCommit() {}, afterCommit() {}, afterRollback() {} };

/** Wraps an open driver connection; hooks see the outermost transactions only. */
export function createDb(driver: Driver.Database, hooks: TransactionHooks = NO_HOOKS): Db {
  const statements = new Map<string, Statement<never>>();
  let depth = 0;

  function runNested<T>(work: () => T): T {
    const name = `level_${depth}`;
    driver.exec(`SAVEPOINT ${name}`);
    depth += 1;
    try {
      const value = work();
      driver.exec(`RELEASE ${name}`);
      return value;
    } catch (error) {
      // A full disk may already have undone everything, savepoint included.
      if (driver.inTransaction) driver.exec(`ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    } finally {
      depth -= 1;
    }
  }

  function runOutermost<T>(work: () => T): T {
    let value: T;
    try {
      driver.exec('BEGIN IMMEDIATE');
      depth = 1;
      value = work();
      hooks.beforeCommit();
      driver.exec('COMMIT');
    } catch (error) {
      if (driver.inTransaction) driver.exec('ROLLBACK');
      depth = 0;
      hooks.afterRollback();
      throw error;
    }
    depth = 0;
    hooks.afterCommit();
    return value;
  }

  return {
    prepare<Row>(sql: string): Statement<Row> {
      const known = statements.get(sql);
      if (known) return known;
      const statement = createStatement<Row>(named(() => driver.prepare<[SqlParams], Row>(sql)));
      statements.set(sql, statement as unknown as Statement<never>);
      return statement;
    },
    exec: (sql) => named(() => void driver.exec(sql)),
    transaction: (work) => named(() => (depth > 0 ? runNested(work) : runOutermost(work))),
  };
}

function createStatement<Row>(prepared: Driver.Statement<[SqlParams], Row>): Statement<Row> {
  return {
    get: (params = {}) => named(() => prepared.get(params)),
    all: (params = {}) => named(() => prepared.all(params)),
    iterate: (params = {}) => named(() => prepared.iterate(params)),
    run: (params = {}) => named(() => prepared.run(params).changes),
  };
}

/** Gives "no space left" its name, whoever noticed it: SQLite or the file system. */
function named<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw isOutOfSpace(error) ? new DiskFullError(error) : error;
  }
}

const OUT_OF_SPACE = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/** True for an error of SQLite or of `node:fs` that says the disk is full. */
export function isOutOfSpace(error: unknown): boolean {
  if (error instanceof DiskFullError) return false;
  return error instanceof Error && 'code' in error && OUT_OF_SPACE.has(String(error.code));
}
