/** This window's desk: made once, when the page loads. */
import type { AppContract } from '#contract/index.ts';
import { chooseTransport } from './choose-transport.ts';
import { createClient } from './client.ts';
import { createDeskEvents } from './desk-events.ts';
import { UNREACHABLE, type Transport } from './transport.ts';

const NO_DESK: Transport = {
  send: () => Promise.resolve(UNREACHABLE),
  listen: () => () => undefined,
  tokenForFile: () => Promise.resolve(null),
};

const chosen = chooseTransport(window);
const events = createDeskEvents(chosen ?? NO_DESK);

/** `no-desk`: opened without the desktop program and without the address that the loopback host printed. */
export const deskState: 'ready' | 'no-desk' = chosen ? 'ready' : 'no-desk';
/** `await api.review.decide(input)` → Result; never rejects. */
export const api = createClient<AppContract>((chosen ?? NO_DESK).send);
/** For methods that take a file; null: not a plain file, too large, or no desk. */
export const { tokenForFile } = chosen ?? NO_DESK;
export const { onDeskEvent, onMissed } = events;
