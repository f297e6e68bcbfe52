import type { Desk } from '#core/desk.ts';
import { APP_SCHEME, isOurs } from './security.ts';

/** Before the program is ready; item 18 of Electron's checklist: no file:// anywhere. */
export const APP_SCHEME_PRIVILEGES = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
};

type ProtocolLike = Readonly<{ handle(scheme: string, handler: (request: Request) => Promise<Response>): void }>;

export function bindProtocol(protocol: ProtocolLike, serve: Desk['serve']): void {
  protocol.handle(APP_SCHEME, async (request) =>
    isOurs(request.url) ? serve(request) : new Response(null, { status: 404 }),
  );
}
