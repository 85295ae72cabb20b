/** The server: HTTPS, or plain HTTP, on loopback. */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { handle, type Services } from './exchange.ts';
import type { TlsIdentity } from './tls.ts';

/** Listens on loopback and returns the port. `services` is read anew for every request. */
export async function listen(
  services: () => Services,
  tls: TlsIdentity | undefined,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  let count = 0;
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    count += 1;
    handle(services(), count, request, response).catch((error: unknown) => {
      // A client that hangs up half-way through its request is no news.
      if (request.complete) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      response.destroy();
    });
  };
  const server = tls
    ? createHttpsServer({ key: tls.key, cert: tls.cert }, handler)
    : createHttpServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
