import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { Readable } from 'node:stream';
import type { Io } from '../../src/soap/index.ts';

/** A small `fetch` over node:https that trusts one authority more, which Node's own fetch cannot be told in a test. */
export function httpsFetch(caPem: string): Io['fetch'] {
  return (url, init) =>
    new Promise((resolve, reject) => {
      const send = url.startsWith('https:') ? secure : plain;
      const headers = Object.fromEntries(new Headers(init.headers));
      const request = send(
        url,
        { method: init.method, headers, ca: caPem, signal: init.signal ?? undefined },
        (response) => {
          const received = new Headers();
          for (const [name, value] of Object.entries(response.headers)) received.set(name, String(value));
          const body = Readable.toWeb(response) as ReadableStream<Uint8Array>;
          resolve(new Response(body, { status: response.statusCode ?? 0, headers: received }));
        },
      );
      request.on('error', reject);
      request.end(init.body);
    });
}
