/** Brings a database to the newest schema: one transaction a step. */
import type { Db } from './db.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

export function schemaVersion(db: Db): number {
  return db.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0;
}

export function newestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

/** Returns the version that the database has afterwards. Throws what a step throws, with that step undone. */
export function migrate(db: Db, migrations: readonly Migration[] = MIGRATIONS): number {
  for (const { version, up } of migrations) {
    if (version <= schemaVersion(db)) continue;
    db.transaction(() => {
      up(db);
      db.exec(`PRAGMA user_version = ${version}`);
    });
  }
  return schemaVersion(db);
}
