/** 审核意见 of a return or reset: numbered lines by module that say everything at once (五(三)4). */
import type { ModuleId } from './modules.ts';

/** One thing to correct. A line from a finding follows it until somebody edits it by hand. */
export type ReturnLine = Readonly<{
  id: string;
  /** null: about the application as a whole */
  moduleId: ModuleId | null;
  /** key of the finding that it came from; null: written by the reviewer */
  findingKey: string | null;
  text: string;
  isIncluded: boolean;
  isEdited: boolean;
}>;
