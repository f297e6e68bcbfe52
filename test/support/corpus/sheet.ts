/** What a page of the corpus is made of before it is drawn. Units: 1/300 inch, A4 upright. */
import { seal, text } from '../../city/scans/svg.ts';
import { between, inventPerson, pick, type Random } from '../people.ts';

export const SHEET = { width: 2480, height: 3508, dpi: 300 } as const;

export type PhotoPlace = Readonly<{ x: number; y: number; width: number; height: number; look: 'portrait' | 'figure' }>;

export type Sheet = Readonly<{
  paper: string;
  body: string;
  photos: readonly PhotoPlace[];
  /** the text that is on it, in the order it was written: what a reader has to be able to read */
  lines: readonly string[];
}>;

type Style = NonNullable<Parameters<typeof text>[4]>;

/** Writes a sheet line by line and remembers what was written. */
export function createSheet(paper: string) {
  let body = '';
  const lines: string[] = [];
  const photos: PhotoPlace[] = [];
  return {
    draw(svg: string): void {
      body += svg;
    },
    write(x: number, y: number, size: number, content: string, style: Style = {}): void {
      lines.push(content);
      body += text(x, y, size, content, style);
    },
    photo(place: PhotoPlace): void {
      photos.push(place);
    },
    stamp(cx: number, cy: number, radius: number, name: string, random: Random): void {
      body += seal(cx, cy, radius, name, { random });
    },
    done(): Sheet {
      return { paper, body, photos, lines };
    },
  };
}
export type SheetWriter = ReturnType<typeof createSheet>;

const SENTENCES = [
  '本研究以高原湖泊流域的水环境治理工程为对象，分析了面源污染负荷的变化规律。',
  '通过现场试验与数值模拟相结合的方法，提出了一种改进的施工质量控制措施。',
  '申报人近五年来主持完成市级以上科研项目三项，参与省部级重点课题两项。',
  '结果表明该方法能够有效提高检测精度，平均误差由百分之五降低至百分之一点二。',
  '经评审委员会评议，同意推荐该同志申报高级工程师专业技术职务任职资格。',
  '该成果已在全省二十余个项目中推广应用，取得了显著的经济效益和社会效益。',
  '任现职以来年度考核均为合格以上等次，继续教育学时符合规定要求。',
  '论文发表于国内核心期刊，第一作者，检索证明及查重报告附后。',
  '单位已对申报材料的真实性进行审核，并在本单位公示五个工作日无异议。',
  '围绕区域公共卫生服务体系建设，开展了基层医疗机构能力提升的调查研究。',
  '针对传统教学模式存在的不足，构建了以学生为中心的课堂评价指标体系。',
  '复印件与原件一致，原件由申报人保存，审核人签字并加盖公章后生效。',
  '设备安装调试阶段应严格执行操作规程，确保各项技术参数达到设计标准。',
] as const;

/** Running text: `count` lines of `width`, from the baseline `y` on; the baseline that would follow. */
export function fillLines(
  sheet: SheetWriter,
  random: Random,
  area: Readonly<{ x: number; y: number; width: number; size: number; lineHeight: number; count: number }>,
  style: Style = {},
): number {
  const perLine = Math.floor(area.width / area.size);
  let rest = '';
  for (let line = 0; line < area.count; line += 1) {
    while (rest.length < perLine) rest += pick(random, SENTENCES);
    sheet.write(area.x, area.y + line * area.lineHeight, area.size, rest.slice(0, perLine), style);
    rest = rest.slice(perLine);
  }
  return area.y + area.count * area.lineHeight;
}

export function sentence(random: Random): string {
  return pick(random, SENTENCES);
}

export function invent(random: Random) {
  return inventPerson(random, between(random, 0, 499), { from: 26, to: 58, year: 2026 });
}

export function organisation(random: Random): string {
  return pick(random, [
    '滇云理工大学（样）',
    '昆明虚构职业技术学院',
    '春城样本第一人民医院',
    '虚构水利科学研究院',
    '样本建设集团有限公司',
  ]);
}
