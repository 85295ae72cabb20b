import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import type { Io } from '../../src/soap/index.ts';
import { post, TIMEOUTS_MS } from '../../src/soap/transport.ts';

/** Longer than a clerk waits for one student, shorter than a batch may take. */
const ANSWER_AFTER_MS = 45_000;

const io: Io = {
  fetch: (url, init) => fetch(url, init),
  now: Date.now,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

describe.concurrent('an answer that takes 45 seconds', () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      setTimeout(() => response.end('<late/>'), ANSWER_AFTER_MS);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (timeoutMs: number) => post(url, '<question/>', { service: 'The service', timeoutMs }, io);

  it('comes too late for a look-up', { timeout: 120_000 }, async ({ expect }) => {
    const problem = await ask(TIMEOUTS_MS.lookUp).catch((thrown) => thrown);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.toValue()).toEqual({
      code: 'SERVICE_TIMEOUT',
      params: { service: 'The service', seconds: '25' },
    });
  });

  it('is in time for a batch', { timeout: 120_000 }, async ({ expect }) => {
    expect(await ask(TIMEOUTS_MS.batch)).toEqual({ status: 200, text: '<late/>' });
  });
});
