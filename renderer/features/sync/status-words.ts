/** What the strip and 收发 say of the line to the city: facts only, nothing is claimed (ux 3.11). */
import { formatDayOf, formatTime, beijingDateOf } from '#model/beijing-time.ts';
import type { GlyphName } from '../../ui/glyph.tsx';
import type { Tone } from '../../ui/status-tag.tsx';
import { formatMoment, formatSize } from '../../ui/format.ts';
import type { SyncStatus } from './types.ts';

export type StateShown = Readonly<{ glyph: GlyphName; tone: Tone; text: string }>;

/** The first word of the strip. */
export function stateShown(status: SyncStatus): StateShown {
  const { phase, progress } = status;
  const part = progress && progress.total > 0 ? `${progress.done}/${progress.total}` : '';
  switch (phase) {
    case 'not-enrolled':
      return { glyph: 'ring', tone: 'quiet', text: '还没有登录市系统' };
    case 'connecting':
      return { glyph: 'arrow', tone: 'info', text: '正在联系市系统' };
    case 'pulling':
      return { glyph: 'arrow', tone: 'info', text: `正在取回${part}` };
    case 'pushing':
      return { glyph: 'arrow', tone: 'info', text: `正在发送${part}` };
    case 'fetching-scans':
      return { glyph: 'arrow', tone: 'info', text: `正在取回扫描件${part}` };
    case 'idle':
      return NETWORK[status.network];
  }
}

const NETWORK: Readonly<Record<SyncStatus['network'], StateShown>> = {
  unknown: { glyph: 'ring', tone: 'quiet', text: '还没有联系市系统' },
  online: { glyph: 'tick', tone: 'good', text: '已联网' },
  offline: { glyph: 'clock', tone: 'warn', text: '离线' },
  'not-the-city': { glyph: 'clock', tone: 'warn', text: '没有连到市系统' },
  'login-needed': { glyph: 'triangle', tone: 'warn', text: '登录已过期' },
  certificate: { glyph: 'square', tone: 'bad', text: '安全证书不对，已停止连接' },
  revoked: { glyph: 'square', tone: 'bad', text: '市系统已停用本机' },
  forked: { glyph: 'square', tone: 'bad', text: '与市系统的记录对不上，已停止发送' },
  busy: { glyph: 'clock', tone: 'warn', text: '市系统忙' },
  paused: { glyph: 'triangle', tone: 'warn', text: '已暂停，等您决定' },
};

/** What waits on this computer, since when. */
export function pendingWords({ pending, network, phase }: SyncStatus): string | null {
  if (phase === 'not-enrolled') return null;
  if (pending.count > 0) {
    const since = pending.oldestAt === null ? '' : `，最早${formatDayOf(pending.oldestAt)}`;
    return `${pending.count}个决定仅在本机${since}`;
  }
  return network === 'online' ? '全部送达' : null;
}

export function scansWords({ scans }: SyncStatus): string | null {
  return scans.missing > 0 ? `扫描件还剩${formatSize(scans.missingBytes)}` : null;
}

/** 「14:03核对」 today, 「上次联系09-15 17:40」 before or when the line is down. */
export function contactWords(status: SyncStatus, now: number): string | null {
  const { lastContactAt } = status;
  if (lastContactAt === null) return null;
  const isToday = beijingDateOf(lastContactAt) === beijingDateOf(now);
  const isCurrent = isToday && (status.network === 'online' || status.phase !== 'idle');
  return isCurrent ? `${formatTime(lastContactAt)}核对` : `上次联系${formatMoment(lastContactAt)}`;
}

/** The city's clock was never seen in this session: the times shown are this computer's own. */
export function clockWords({ clockOffsetMs, phase }: SyncStatus): string | null {
  return clockOffsetMs === null && phase !== 'not-enrolled' ? '按本机时钟，未校准' : null;
}

const STALE_MS = 7 * 24 * 60 * 60 * 1000;

export function staleWords({ lastContactAt }: SyncStatus, now: number): string | null {
  if (lastContactAt === null || now - lastContactAt <= STALE_MS) return null;
  const days = Math.floor((now - lastContactAt) / (STALE_MS / 7));
  return `已有${days}天没有与市系统核对，次数和状态可能有变化。`;
}

export type Headline = Readonly<{ title: string; text: string }>;

/** The head of 发件箱: where the line stands, what it means, what happens next. */
export function headline(status: SyncStatus): Headline {
  if (status.phase === 'not-enrolled') {
    return { title: '还没有登录市系统', text: '登录后才能取回申报、送出决定。本机的工作都已保存。' };
  }
  if (status.phase !== 'idle') return { title: stateShown(status).text, text: '可以照常办理，办好的会接着送出。' };
  return { title: TITLES[status.network], text: textOf(status) };
}

const TITLES: Readonly<Record<SyncStatus['network'], string>> = {
  unknown: '还没有联系市系统',
  online: '已联网',
  offline: '离线，工作不受影响',
  'not-the-city': '没有连到市系统，工作不受影响',
  'login-needed': '登录已过期',
  certificate: '安全证书不对，已停止连接',
  revoked: '市系统已停用本机',
  forked: '与市系统的记录对不上，已停止发送',
  busy: '市系统忙，工作不受影响',
  paused: '已暂停，等您决定',
};

function textOf(status: SyncStatus): string {
  const { network, pending } = status;
  const kept = pending.count > 0 ? `${pending.count}个决定还在本机` : '没有等待送出的决定';
  switch (network) {
    case 'unknown':
      return `${kept}，会自动联系。`;
    case 'online':
      return pending.count > 0 ? `${kept}，到时间自动送出。` : '全部送达。';
    case 'offline':
      return `连不上市系统${sinceWords(status)}，会自动再试${nextWords(status)}。`;
    case 'not-the-city':
      return `应答的不是市系统，可能要先登录单位的上网页面${sinceWords(status)}。会自动再试${nextWords(status)}。`;
    case 'login-needed':
      return `市系统没有认出本机，${kept}。会自动再试${nextWords(status)}；一直不行，请联系市系统管理员。`;
    case 'certificate':
      return `可能连到了假冒网站，请勿输入密码。${kept}。请换一个网络再点“现在收发”。`;
    case 'revoked':
      return `本机不能再收发，${kept}。请联系市系统管理员。`;
    case 'forked':
      return `可能同一份档案在两台电脑上用过，${kept}。请联系市系统管理员，核对后再点“现在收发”。`;
    case 'busy':
      return `市系统请稍后再来${sinceWords(status)}，会自动再试${nextWords(status)}。`;
    case 'paused':
      return `市系统这次要删去的申报太多，请到“需处理”里决定。${kept}。`;
  }
}

function sinceWords({ failingSince, attempts }: SyncStatus): string {
  return failingSince === null ? '' : `（${formatMoment(failingSince)}起，已试${attempts}次）`;
}

function nextWords({ nextTryAt }: SyncStatus): string {
  return nextTryAt === null ? '' : `，下次${formatTime(nextTryAt)}`;
}
