/** The modules as a choice in which 「none of them」 has its own word. */
import { MODULES, type ModuleId } from '#model/modules.ts';

const NONE = 'none';

export function moduleOptions(noneWord: string): { value: string; label: string }[] {
  return [{ value: NONE, label: noneWord }, ...MODULES.map(({ id, shortName }) => ({ value: id, label: shortName }))];
}

export function toModuleId(value: string): ModuleId | null {
  return MODULES.find(({ id }) => id === value)?.id ?? null;
}

export function moduleOption(moduleId: ModuleId | null): string {
  return moduleId ?? NONE;
}
