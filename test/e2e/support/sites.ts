import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page, or a function that answers however it likes. */
export type Site = string | { type: string; body: string | Uint8Array } | ((response: ServerResponse) => void);

export interface Sites extends AsyncDisposable {
  /** Address of a path on a host that Docent has no standing permission for, e.g. `http://news.test:4000/story`. */
  url(path: string, host?: string): string;
}

/**
 * Maps every `.test` host to this machine, so that test pages live outside Docent's own host permissions; and every
 * `.museum`, which Docent takes for hosts of the public web.
 */
export const RESOLVER = '--host-resolver-rules=MAP *.test 127.0.0.1, MAP *.museum 127.0.0.1';

/** Serves pages by path, under any host name. */
export async function serveSites(pages: Record<string, Site>): Promise<Sites> {
  const server = createServer((request, response) => {
    const site = pages[new URL(request.url ?? '/', 'http://x').pathname];
    if (site === undefined) response.writeHead(404).end();
    else if (typeof site === 'function') site(response);
    else {
      const { type, body } = typeof site === 'string' ? { type: 'text/html; charset=utf-8', body: site } : site;
      response.writeHead(200, { 'content-type': type }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (path, host = 'news.test') => `http://${host}:${port}${path}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
