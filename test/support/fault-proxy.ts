/** A bad line between two real ends: forwards TCP and, by a seeded fate per connection, breaks it somewhere. */
import net from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * rst: both ends see a reset · cut: both see a clean end in the middle · stall: silence, nothing is closed ·
 * flip: one bit is turned and everything goes on
 */
export type FaultKind = 'rst' | 'cut' | 'stall' | 'flip';
/** `afterBytes` are counted per connection, in the direction that breaks. */
export type Fate = Readonly<{ kind: FaultKind; direction: 'up' | 'down'; afterBytes: number }>;
/** Null: this connection stays whole. */
export type Weave = (connection: number) => Fate | null;

export type FaultProxy = Readonly<{
  port: number;
  /** how often each kind struck */
  struck: Readonly<Record<FaultKind, number>>;
  bytes: Readonly<{ up: number; down: number }>;
  /** From now on for new connections; null heals the line. */
  weave(weave: Weave | null): void;
  /** No connection is accepted until `plug` again; open ones are reset. */
  unplug(): void;
  plug(): void;
  close(): Promise<void>;
}>;

export async function startFaultProxy(targetPort: number, firstWeave: Weave | null): Promise<FaultProxy> {
  const struck = { rst: 0, cut: 0, stall: 0, flip: 0 };
  const bytes = { up: 0, down: 0 };
  const open = new Set<net.Socket>();
  let weave = firstWeave;
  let isPlugged = true;
  let count = 0;

  const server = net.createServer((near) => {
    if (!isPlugged) {
      near.resetAndDestroy();
      return;
    }
    count += 1;
    const fate = weave?.(count) ?? null;
    const far = net.connect(targetPort, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy()); // the other end's business is over too
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    forward(near, far, 'up', fate);
    forward(far, near, 'down', fate);
  });

  function forward(from: net.Socket, to: net.Socket, direction: 'up' | 'down', fate: Fate | null): void {
    let left = fate?.direction === direction ? fate.afterBytes : Infinity;
    let isStalled = false;
    from.on('data', (chunk: Buffer) => {
      if (isStalled) return;
      bytes[direction] += chunk.length;
      if (chunk.length <= left || !fate) {
        left -= chunk.length;
        pass(chunk, from, to);
        return;
      }
      struck[fate.kind] += 1;
      const before = chunk.subarray(0, left);
      if (fate.kind === 'flip') {
        chunk[left] = (chunk[left] ?? 0) ^ 0b100;
        left = Infinity;
        pass(chunk, from, to);
      } else if (fate.kind === 'stall') {
        isStalled = true;
        pass(before, from, to);
      } else {
        isStalled = true;
        const end = fate.kind === 'rst' ? reset : finish;
        to.write(before, () => end(from, to));
      }
    });
    from.on('end', () => {
      if (!isStalled) to.end();
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    struck,
    bytes,
    weave(next) {
      weave = next;
    },
    unplug() {
      isPlugged = false;
      for (const socket of open) socket.resetAndDestroy();
    },
    plug() {
      isPlugged = true;
    },
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pass(chunk: Buffer, from: net.Socket, to: net.Socket): void {
  if (to.write(chunk)) return;
  from.pause();
  to.once('drain', () => from.resume());
}

function reset(from: net.Socket, to: net.Socket): void {
  from.resetAndDestroy();
  to.resetAndDestroy();
}

function finish(from: net.Socket, to: net.Socket): void {
  to.end();
  from.destroy();
}
