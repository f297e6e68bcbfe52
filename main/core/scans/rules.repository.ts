/** SQL of the table scan_rule. */
import type { Db } from '#archive/db.ts';
import type { SizeRule } from '#model/scan.ts';
import type { RuleRow } from './size.rules.ts';

export function selectRules(db: Db): RuleRow[] {
  return db
    .prepare<{ committee: string; material: string; rule: string }>(
      'SELECT committee, material, rule FROM scan_rule ORDER BY committee, material',
    )
    .all()
    .map(({ committee, material, rule }) => ({
      committee: committee || null,
      material: material || null,
      rule: JSON.parse(rule) as SizeRule,
    }));
}

export function replaceRules(db: Db, rules: readonly RuleRow[]): void {
  db.exec('DELETE FROM scan_rule');
  const insert = db.prepare('INSERT INTO scan_rule (committee, material, rule) VALUES (:committee, :material, :rule)');
  for (const { committee, material, rule } of rules) {
    insert.run({ committee: committee ?? '', material: material ?? '', rule: JSON.stringify(rule) });
  }
}
