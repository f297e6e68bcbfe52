/** What the name of a scan says. 「文件须按材料内容命名，便于审核查看」 (五(二)). */
import { visibleText } from '#model/typed-text.ts';

/** Without its extension; width and blanks do not count. */
export function baseName(fileName: string): string {
  return visibleText(fileName)
    .trim()
    .replace(/\.[A-Za-z]{3,4}$/, '')
    .replaceAll(/\s+/g, '');
}

/** Names that cameras, chat programs and scanners give, with or without a number after them. */
const MACHINE =
  /^(?:img|image|dsc[nf]?|dcim|pic|photo|scan|scanned|screenshot|mmexport|wx_?camera|camscanner|untitled|copy|temp|tmp|微信图片|微信截图|qq图片|qq截图|图片|图像|截图|截屏|屏幕截图|屏幕快照|扫描|扫描件|扫描文件|扫描图像|扫描全能王|文件|文档|附件|材料|资料|原件|复印件|副本|新建.*|未命名.*|无标题.*|照片(?=\d))[\d_\-.()#:第页张年月日]*$/i;
const NUMBERS_ONLY = /^[\d_\-.()#:第页张年月日]+$/;
const FINGERPRINT = /^[\da-f-]{16,}$/i;

/** Whether a base name says nothing of what the scan shows. */
export function isSpeechless(name: string): boolean {
  if (NUMBERS_ONLY.test(name) || FINGERPRINT.test(name) || MACHINE.test(name)) return true;
  return !/\p{Script=Han}.*\p{Script=Han}/u.test(name) && !/(?:[A-Za-z].*){4}/.test(name);
}

/** A scan that proves who somebody is or what they hold: nobody else can have the same picture. */
export const PERSONAL_SCANS: readonly Readonly<{ label: string; words: RegExp }>[] = [
  { label: '身份证', words: /身份证/ },
  { label: '毕业证书', words: /毕业证/ },
  { label: '学位证书', words: /学位证/ },
  { label: '职称证书', words: /资格证|职称证/ },
  { label: '职称申报承诺书', words: /承诺书/ },
];
