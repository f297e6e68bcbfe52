/** F1: the keys of this screen and those that work everywhere. */
import { Button } from 'antd';
import { Dialog } from '../ui/dialog.tsx';
import { isMacPlatform, shownKeys } from '../ui/keys.ts';
import type { Layer } from './navigation-store.ts';
import { PLACES, type PlaceId } from './places.ts';

type Line = readonly [keys: string, act: string];

const EVERYWHERE: readonly Line[] = [
  ['F1', '帮助和按键'],
  ['Ctrl+K', '找人、申报、功能'],
  ...PLACES.map(({ number, label }): Line => [`Ctrl+${number}`, label]),
  ['Ctrl+Z', '撤回刚办的（在输入框里是撤销输入）'],
  ['Ctrl+L', '锁定'],
  ['Esc', '关上一层，不丢内容'],
];

export type KeySheetScreen = PlaceId | Layer['kind'];

const OF_SCREEN: Readonly<Record<KeySheetScreen, Readonly<{ title: string; lines: readonly Line[] }>>> = {
  queue: {
    title: '申报审核',
    lines: [
      ['↑ ↓', '上一行、下一行'],
      ['Enter', '打开这件'],
      ['空格', '选这件，或取消'],
      ['Shift+↑ ↓', '连着选'],
      ['Ctrl+A', '选本视图全部'],
      ['Ctrl+F', '在名单里找'],
    ],
  },
  workbench: {
    title: '审核',
    lines: [
      ['F3 Shift+F3', '下一个、上一个问题'],
      ['F2', '写一条问题（也可用Ctrl+E）'],
      ['F4', '看完，下一项（也可用Ctrl+J）'],
      ['F7 F8', '上一件、下一件'],
      ['F9', '办理（也可用Ctrl+D）'],
      ['Ctrl+Enter', '核对，再确认'],
      ['← → 空格', '在办理里选通过、返回修改或重置流程'],
      ['+ − 0 W R', '光标在扫描件上：缩放、整页、适合宽度、转向'],
      ['S B', '光标在扫描件上：看印章、并排'],
      ['PageUp PageDown', '光标在扫描件上：上一张、下一张'],
      ['Esc', '收起办理或问题，再按回到名单'],
    ],
  },
  opinion: {
    title: '基层单位意见',
    lines: [
      ['Ctrl+J', '下一位（也可用F8）'],
      ['F7', '上一位'],
      ['Ctrl+Enter', '核对并提交'],
      ['↓', '在填写处看常用的说法；在日期上加一天'],
      ['Esc', '回到打开它的地方'],
    ],
  },
  publicity: {
    title: '公示',
    lines: [
      ['← →', '发布日提前、推后一天'],
      ['PageUp PageDown', '发布日提前、推后一个月'],
      ['Ctrl+F', '增减申报人，在名单里找'],
      ['Ctrl+Enter', '生成公示'],
    ],
  },
  scans: {
    title: '扫描件',
    lines: [
      ['方向键', '上一页、下一页、上一行、下一行'],
      ['Enter', '是，归到提议的材料'],
      ['1 … 9', '归到清单里这个数字的材料'],
      ['0', '数字键换到下9项材料'],
      ['空格', '选这一页，或取消'],
      ['Shift+方向键', '连着选'],
      ['Ctrl+A', '选本视图全部'],
      ['Alt+↑ ↓', '前移、后移一页'],
      ['Delete', '删除，可撤回'],
      ['按住O', '看原图'],
      ['Ctrl+V', '粘贴图片'],
      ['+ − 0 W R', '光标在大图上：缩放、整页、适合宽度、转向'],
      ['S B', '光标在大图上：看印章、并排'],
      ['PageUp PageDown', '光标在大图上：上一页、下一页'],
    ],
  },
  papers: {
    title: '纸质材料',
    lines: [
      ['方向键', '上一人、下一人，左右换材料'],
      ['空格', '选这个人，或取消'],
      ['Shift+↑ ↓', '连着选'],
      ['Ctrl+A', '选名单里全部'],
      ['Ctrl+P', '打印所选'],
      ['Ctrl+F', '找人'],
      ['PageUp PageDown', '光标在预览上：上一页、下一页'],
      ['方向键', '光标在签章上：移动1毫米，按住Shift移10毫米'],
      ['Esc', '取消选择'],
    ],
  },
  batch: {
    title: '批量办理',
    lines: [
      ['↑ ↓', '上一行、下一行'],
      ['空格', '这件办，或不办'],
      ['Enter', '看这件'],
      ['Ctrl+Enter', '开始办理'],
      ['Esc', '返回'],
    ],
  },
  sync: { title: '收发', lines: [] },
  library: {
    title: '资料库',
    lines: [
      ['Ctrl+F', '查资料'],
      ['↑ ↓', '上一行、下一行'],
      ['Ctrl+C', '复制这一行的电话'],
      ['Enter', '打开查到的这条'],
    ],
  },
  unit: { title: '单位', lines: [['Ctrl+Enter', '核对并提交修改']] },
  settings: { title: '设置', lines: [] },
};

export function KeySheet({ screen, onClose }: Readonly<{ screen: KeySheetScreen; onClose(): void }>) {
  const { title, lines } = OF_SCREEN[screen];
  return (
    <Dialog title="按键" onCancel={onClose} widthPx={640} footer={<Button onClick={onClose}>关上</Button>}>
      <div className="key-sheet">
        {lines.length > 0 && <KeyTable title={title} lines={lines} />}
        <KeyTable title="处处可用" lines={EVERYWHERE} />
      </div>
      <p className="second">所有操作也都能用Tab、方向键和Enter完成。</p>
    </Dialog>
  );
}

function KeyTable({ title, lines }: Readonly<{ title: string; lines: readonly Line[] }>) {
  const isMac = isMacPlatform();
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(([keys, act]) => (
          <div key={keys}>
            <dt>
              <kbd>{shownKeys(keys, isMac)}</kbd>
            </dt>
            <dd>{act}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
