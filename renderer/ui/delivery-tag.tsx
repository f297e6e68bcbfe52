/** How far a decision has travelled, in words; nothing is called arrived without a receipt. */
import type { DeliveryState } from '#model/application.ts';
import type { GlyphName } from './glyph.tsx';
import { StatusTag, type Tone } from './status-tag.tsx';

/** `draft`: typed, not decided · `none`: nothing was done yet */
export type DeliveryShown = DeliveryState | 'draft' | 'none';

const TAGS: Readonly<Record<DeliveryShown, Readonly<{ glyph: GlyphName | null; tone: Tone; text: string }>>> = {
  none: { glyph: null, tone: 'quiet', text: '未决定' },
  draft: { glyph: 'pen', tone: 'quiet', text: '草稿' },
  waiting: { glyph: 'clock', tone: 'warn', text: '仅在本机' },
  due: { glyph: 'clock', tone: 'warn', text: '仅在本机' },
  sending: { glyph: 'arrow', tone: 'info', text: '正在发送' },
  effective: { glyph: 'tick', tone: 'good', text: '已生效' },
  attention: { glyph: 'square', tone: 'bad', text: '未生效，需处理' },
  undone: { glyph: null, tone: 'quiet', text: '已撤回' },
};

export function DeliveryTag({ delivery }: Readonly<{ delivery: DeliveryShown }>) {
  return <StatusTag {...TAGS[delivery]} />;
}
