/** Every text of 收发 but those of the line itself (ux 3.11, 3.12). */
import { formatTime } from '#model/beijing-time.ts';
import type { ApplicationState, Decision } from '#model/application.ts';
import { ACT_WORDS } from '../../ui/decision-words.ts';
import { formatMoment } from '../../ui/format.ts';
import type { Trouble } from '../../ui/trouble.ts';
import type { LogEntry, OutboxItem, Task } from './types.ts';

/** past tense, for what was done */
export const DONE_WORDS: Readonly<Record<Decision, string>> = {
  approve: '已通过',
  return: '已返回修改',
  reset: '已重置流程',
};

export const STATE_WORDS: Readonly<Record<ApplicationState, string>> = {
  'unit-review': '在单位审核',
  'with-applicant': '等申报人修改',
  'superior-review': '在上级审核',
  'city-review': '在市级审核',
  accepted: '电子材料已审核通过',
  withdrawn: '申报人已撤回申报',
  closed: '本年度不再受理',
};

/** A name that is not known any more: the application left this unit. */
export function nameWords(name: string): string {
  return name === '' ? '已不在本单位的申报' : name;
}

/** The last column of the outbox. */
export function noteOf(item: OutboxItem, now: number): string {
  switch (item.delivery) {
    case 'waiting':
      return item.sendsAt > now ? `${formatTime(item.sendsAt)}起可发送` : '联网后自动发送';
    case 'due':
      return '联网后自动发送';
    case 'sending':
      return '已交给市系统，等回执';
    case 'effective':
      return item.receiptNumber === null ? '' : `回执 ${item.receiptNumber}`;
    case 'attention':
      return item.problem === null ? '' : CAUSES[item.problem].short;
    case 'undone':
      return '没有送出';
  }
}

type Cause = Readonly<{
  /** in a table cell */
  short: string;
  /** after 「因为：」 */
  because: string;
  /** what the person can do */
  advice: string;
}>;

const CAUSES: Readonly<Record<Task['code'], Cause>> = {
  withdrawn: {
    short: '申报人撤回了申报',
    because: '申报人撤回了申报，早于市系统收到您的决定。',
    advice: '不用再办。本人重新申报后，会回到申报审核。',
  },
  'chances-exhausted': {
    short: '4次机会已用完',
    because: '4次机会已用完，不能再返回或重置。',
    advice: '可以改为通过，或联系申报人、上级部门。',
  },
  superseded: {
    short: '上级已先办理',
    because: '上级部门先办了这件申报。',
    advice: '请看上级意见，再决定要不要做什么。',
  },
  'peer-decided': {
    short: '同事已先办理',
    because: '本单位另一台电脑先办了这件申报。',
    advice: '请与同事核对；要改，请联系上级部门。',
  },
  closed: {
    short: '本年度已不再受理',
    because: '这件申报本年度已不再受理。',
    advice: '不用再办，请告知申报人。',
  },
  'window-closed': {
    short: '已过截止时间',
    because: '市系统收到时，申报时间已经截止。',
    advice: '请凭下面的决定时间联系上级部门。',
  },
  'conditions-unmet': {
    short: '条件还不齐',
    because: '市系统核对时，基层单位意见或公示还不齐。',
    advice: '补齐以后再办一次。',
  },
  forbidden: {
    short: '市系统没有允许',
    because: '本单位的账号现在不能办这件申报。',
    advice: '请联系市系统管理员。',
  },
  'not-found': {
    short: '市系统里没有这件',
    because: '市系统里已经没有这件申报。',
    advice: '请联系申报人，问是否转到了别的单位。',
  },
  'id-reuse': {
    short: '编号已被用过',
    because: '这个决定的编号在市系统里已用在别的决定上。',
    advice: '请把这件再办一次。',
  },
  'bad-signature': {
    short: '没有通过核验',
    because: '市系统核验本机的签名没有通过。',
    advice: '请把这件再办一次；还不行，请联系市系统管理员。',
  },
  'mass-removal': {
    short: '要删去的申报太多',
    because: '市系统这次要删去的申报太多，不像正常情况。',
    advice: '接受前，请先与市系统管理员核对。',
  },
};

export function causeOf(code: Task['code']): Cause {
  return CAUSES[code];
}

export function taskTitle(task: Task): string {
  if (task.code === 'mass-removal') return `市系统这次要删去${task.removals.length}件申报，不像正常情况，已暂停。`;
  if (!task.ours) return `${nameWords(task.name)}的申报需要您看一下`;
  const { act, decidedAt } = task.ours;
  return `您${formatMoment(decidedAt)}对${nameWords(task.name)}的“${ACT_WORDS[act]}”没有生效`;
}

/** The superior's or the city's latest step, which the person has to read. */
export function latestStepOf(task: Task): string | null {
  const step = task.current?.history.findLast(({ level }) => level !== 'applicant');
  if (!step) return null;
  const opinion = step.opinion === '' ? '' : `：${step.opinion}`;
  return `${formatMoment(step.at)} ${step.actor}${opinion}`;
}

export const TASK_TROUBLES: Readonly<Record<string, Trouble>> = {
  'not-found': { happened: '这一件已经处理过了。', meaning: '没有丢东西。', advice: '已换成最新的列表。' },
  'answer-not-possible': { happened: '这一件不能这样处理。', meaning: '什么都没有改变。', advice: '请看最新的列表。' },
};

export const NOW_TROUBLES: Readonly<Record<string, Trouble>> = {
  'not-enrolled': { happened: '还没有登录市系统。', meaning: '本机的工作都已保存。', advice: '请先到“设置”里登录。' },
};

export const UNDO_TROUBLES: Readonly<Record<string, Trouble>> = {
  'already-sent': { happened: '已发送，不能撤回。', meaning: '决定照常有效。', advice: '如需更正，请联系上级部门。' },
  'not-found': { happened: '这个决定已经撤回过了。', meaning: '没有丢东西。', advice: '可以在申报审核里再办。' },
};

const FAILURES: Readonly<Record<string, string>> = {
  offline: '连不上市系统，会自动再试',
  'not-the-city': '应答的不是市系统，会自动再试',
  'login-needed': '市系统没有认出本机，会自动再试',
  certificate: '安全证书不对，已停止连接',
  revoked: '市系统已停用本机',
  forked: '与市系统的记录对不上，已停止发送',
  busy: '市系统忙，会自动再试',
  'disk-full': '磁盘已满，扫描件没有存下，清出空间后会再取',
  unknown: '程序出了差错，会自动再试',
  'scan-damaged': '有一张扫描件几次取回都不完整，点“现在收发”再取',
  'scan-absent': '市系统里缺一张扫描件，请告知申报人重新上传',
};

export function logWords({ kind, count, code }: LogEntry): string {
  switch (kind) {
    case 'pulled':
      return code === 'anew' ? `从头核对，取回${count}件申报` : `取回${count}件申报的变化`;
    case 'sent':
      return `送出${count}个决定`;
    case 'received':
      return `收到${count}个决定的回执`;
    case 'scans':
      return `取回${count}张扫描件`;
    case 'failed':
      return FAILURES[code] ?? '收发中断，会自动再试';
    case 'restored':
      return '已恢复联网';
    case 'enrolled':
      return '登录市系统，本机已登记';
  }
}
