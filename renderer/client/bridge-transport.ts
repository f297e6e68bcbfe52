import type { DeskBridge } from '../../preload/bridge.ts';
import type { EventEnvelope } from '#contract/define.ts';
import { UNREACHABLE, type Answer, type Transport } from './transport.ts';

export function createBridgeTransport(bridge: DeskBridge): Transport {
  return {
    async send(method, input) {
      try {
        return (await bridge.invoke(method, input)) as Answer;
      } catch {
        return UNREACHABLE;
      }
    },
    listen: (sink) => bridge.onEvent((event) => sink.event(event as EventEnvelope)),
  };
}
