import * as z from 'zod';
import { command, query } from './define.ts';
import { Nothing } from './common.ts';

export const SettingsSchema = z.strictObject({
  /** 发出前可撤回几分钟 (ux 2.1) */
  undoHoldMinutes: z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(30)]),
  /** 无操作锁定 */
  idleLockMinutes: z.union([z.literal(5), z.literal(10), z.literal(20), z.literal(30)]),
  textSize: z.enum(['standard', 'large', 'largest']),
  /** 办完自动到下一件 */
  opensNext: z.boolean(),
  /** 看图单键快捷键 */
  viewerKeys: z.boolean(),
});

export const settings = {
  get: query({ input: Nothing, output: SettingsSchema }),
  set: command({ input: SettingsSchema.partial(), output: SettingsSchema }),
} as const;
