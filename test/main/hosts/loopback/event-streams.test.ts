import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventBus } from '#core/event-bus.ts';
import { createEventStreams } from '../../../../main/hosts/loopback/event-streams.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Reader extends EventEmitter {
  written: string[] = [];
  writableLength = 0;
  isOver = false;
  writeHead(): void {
    this.written.push('head');
  }
  write(text: string): void {
    this.written.push(text);
  }
  end(): void {
    this.isOver = true;
    this.emit('close');
  }
  destroy(): void {
    this.end();
  }
}

function openOn(streams: ReturnType<typeof createEventStreams>): Reader {
  const reader = new Reader();
  streams.open({ headers: {} } as IncomingMessage, reader as unknown as ServerResponse);
  return reader;
}

describe('a stream of events', () => {
  it('says every 15 seconds that it is still there', () => {
    const streams = createEventStreams(createEventBus());
    const reader = openOn(streams);
    vi.advanceTimersByTime(45_000);
    expect(reader.written.filter((text) => text.startsWith(':'))).toHaveLength(3);
    streams.close();
  });

  it('lets go of a reader that does not read, and of no other', () => {
    const events = createEventBus();
    const streams = createEventStreams(events);
    const [slow, good] = [openOn(streams), openOn(streams)];
    slow.writableLength = 1_000_001;
    events.publish('sync.changed', {});
    events.publish('sync.changed', {});
    expect([slow.isOver, good.isOver]).toEqual([true, false]);
    expect(slow.written.filter((text) => text.startsWith('id:'))).toEqual([]);
    expect(good.written.filter((text) => text.startsWith('id:'))).toHaveLength(2);
    streams.close();
  });

  it('ends for everyone when the host closes, and listens to the desk no longer', () => {
    const events = createEventBus();
    const streams = createEventStreams(events);
    const reader = openOn(streams);
    streams.close();
    events.publish('sync.changed', {});
    vi.advanceTimersByTime(60_000);
    expect([reader.isOver, reader.written.length]).toEqual([true, 2]);
  });
});
