import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { SERVICE_HOSTS } from '../../scripts/launch/chromium.ts';

/**
 * A proxy that leads the services' hosts to one local port: how the real host names reach the simulator in Firefox.
 * Whatever else the browser wants of the world is refused.
 */
export async function startConnectProxy(targetPort: number): Promise<{ port: number; close(): void }> {
  const server: Server = createServer();
  const led = new Set(SERVICE_HOSTS.map((host) => `${host}:443`));
  server.on('connect', (request, client, head) => {
    if (!led.has(request.url ?? '')) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const target = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
