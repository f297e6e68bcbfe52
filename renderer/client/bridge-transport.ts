import type { DeskBridge } from '../../preload/bridge.ts';
import { UNREACHABLE, type Transport } from './transport.ts';

export function createBridgeTransport(bridge: DeskBridge): Transport {
  return {
    async send(method, input) {
      try {
        return await bridge.invoke(method, input);
      } catch {
        return UNREACHABLE;
      }
    },
    listen: (sink) => bridge.onEvent((event) => sink.event(event)),
    async tokenForFile(file) {
      try {
        return await bridge.tokenForFile(file);
      } catch {
        return null;
      }
    },
  };
}
