import { Button } from 'antd';
import { useState } from 'react';
import { formatDateTime } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import type { GlyphName } from '../../ui/glyph.tsx';
import { StatusTag, type Tone } from '../../ui/status-tag.tsx';
import { troubleOf } from '../../ui/trouble.ts';
import type { LogEntry } from './types.ts';
import { logWords } from './words.ts';

const PAGE = 100;
const MOST = 500;

const MARKS: Readonly<Record<LogEntry['kind'], Readonly<{ glyph: GlyphName; tone: Tone; word: string }>>> = {
  pulled: { glyph: 'dot', tone: 'quiet', word: '取回' },
  sent: { glyph: 'arrow', tone: 'info', word: '送出' },
  received: { glyph: 'tick', tone: 'good', word: '回执' },
  scans: { glyph: 'dot', tone: 'quiet', word: '扫描件' },
  failed: { glyph: 'triangle', tone: 'warn', word: '中断' },
  restored: { glyph: 'tick', tone: 'good', word: '联网' },
  enrolled: { glyph: 'tick', tone: 'good', word: '登记' },
};

/** 「收发记录」: newest on top, kept for good. */
export function LogTab() {
  const [limit, setLimit] = useState(PAGE);
  const log = useQuery(`log ${limit}`, () => api.sync.log({ limit }), {
    refetchOn: { 'sync.changed': true },
    keepsPrevious: true,
  });
  const { value } = log;
  if (log.error && !value) return <TroubleBlock trouble={troubleOf(log.error)} onRetry={log.refetch} />;
  if (!value) return <LoadingBlock />;
  if (value.entries.length === 0)
    return <EmptyBlock text="还没有收发过。" second="登录市系统以后，每次收发都记在这里，一直保留。" />;
  return (
    <>
      <table className="sync-table log-table">
        <thead>
          <tr>
            <th scope="col">时间 ↓</th>
            <th scope="col">做了什么</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {value.entries.map((entry) => {
            const { glyph, tone, word } = MARKS[entry.kind];
            return (
              <tr key={entry.id}>
                <td>{formatDateTime(entry.at)}</td>
                <td>
                  <StatusTag glyph={glyph} tone={tone} text={word} />
                </td>
                <td>{logWords(entry)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {value.total > value.entries.length && limit < MOST && (
        <div className="sync-more">
          <Button onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>{`再看100条（共${value.total}条）`}</Button>
        </div>
      )}
    </>
  );
}
