import { formatDayOf, formatTime } from '#model/beijing-time.ts';

const KB = 1024;
const MB = KB * KB;
const ONE_DECIMAL_BELOW_MB = 10;

/** '580KB', '4.1MB', '86MB': one decimal under 10 MB, none above. */
export function formatSize(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / KB))}KB`;
  const megabytes = bytes / MB;
  return `${megabytes < ONE_DECIMAL_BELOW_MB ? megabytes.toFixed(1) : Math.round(megabytes)}MB`;
}

/** An instant of this season: 「09-18 14:03」, in Beijing. */
export function formatMoment(instant: number): string {
  return `${formatDayOf(instant)} ${formatTime(instant)}`;
}

const SECOND_MS = 1000;
const MINUTE_S = 60;

/** 「1分12秒」, 「9秒」 */
export function durationWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / SECOND_MS));
  if (seconds < MINUTE_S) return `${seconds}秒`;
  return `${Math.floor(seconds / MINUTE_S)}分${seconds % MINUTE_S}秒`;
}
