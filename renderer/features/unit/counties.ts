const OFFICE = /^(?:中共|云南)?(?:昆明)?(.+?(?:区|县|市))(?=人力|工作委员会|党群|企业)/u;

/** 「五华区」 of 「五华区人力资源和社会保障局」, each once; offices of no place are left out. */
export function countyNames(offices: readonly string[]): readonly string[] {
  return [...new Set(offices.flatMap((name) => OFFICE.exec(name)?.[1] ?? []))];
}
