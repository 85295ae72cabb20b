import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/problems/index.ts';
import { post } from '../../src/soap/transport.ts';
import { type Answer, answer, fakeIo } from '../support/io.ts';

const URL = 'https://portal.usi.gov.au/service/v5/usiservice.svc';
const OPTIONS = { service: 'The USI Registry', timeoutMs: 25_000 };

async function problemOf(given: Answer, timeoutMs = 25_000): Promise<Problem> {
  const error = await post(URL, '<a/>', { ...OPTIONS, timeoutMs }, fakeIo([given])).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(Problem);
  return error;
}

/** An endless body; tells how much of it was taken. */
function endless(chunkBytes: number) {
  let taken = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += chunkBytes;
      controller.enqueue(new Uint8Array(chunkBytes));
    },
    cancel() {
      cancelled = true;
    },
  });
  return { stream, taken: () => taken, cancelled: () => cancelled };
}

describe('post', () => {
  it('sends what a plain client sends and nothing of the browser', async () => {
    const io = fakeIo([answer('<b/>')]);
    expect(await post(URL, '<a/>', OPTIONS, io)).toEqual({ status: 200, text: '<b/>' });
    const [request] = io.requests;
    expect(request?.url).toBe(URL);
    const { signal, ...init } = request?.init ?? {};
    expect(signal).toBeInstanceOf(AbortSignal);
    expect(init).toEqual({
      method: 'POST',
      headers: { 'Content-Type': 'application/soap+xml; charset=utf-8' },
      body: '<a/>',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
  });

  it('returns the body whatever the status', async () => {
    expect(await post(URL, '<a/>', OPTIONS, fakeIo([answer('<fault/>', 500)]))).toEqual({
      status: 500,
      text: '<fault/>',
    });
  });

  it('returns an empty text for an answer without a body', async () => {
    const io = fakeIo([() => new Response(null, { status: 204 })]);
    expect(await post(URL, '<a/>', OPTIONS, io)).toEqual({ status: 204, text: '' });
  });

  it('tells of the Date header, with the time before and after', async () => {
    const io = fakeIo([
      () => {
        io.time += 200;
        return new Response('<b/>', { headers: { Date: 'Tue, 03 Feb 2026 04:05:07 GMT' } });
      },
    ]);
    const before = io.time;
    await post(URL, '<a/>', OPTIONS, io);
    expect(io.samples).toEqual([
      { date: 'Tue, 03 Feb 2026 04:05:07 GMT', sentAt: before, receivedAt: before + 200 },
    ]);
  });

  it('names the host that cannot be reached', async () => {
    const problem = await problemOf(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(problem.toValue()).toEqual({
      code: 'SERVICE_UNREACHABLE',
      params: { service: 'The USI Registry', host: 'portal.usi.gov.au' },
    });
    expect(problem.retry).toBe(true);
  });

  it('says so when the connection breaks within the answer', async () => {
    const broken = new ReadableStream({
      pull: (controller) => controller.error(new TypeError('network error')),
    });
    expect((await problemOf(() => new Response(broken))).code).toBe('SERVICE_UNREACHABLE');
  });

  it('waits no longer than it may for the head of an answer', async () => {
    const silent: Answer = ({ init }) =>
      new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const problem = await problemOf(silent, 20);
    expect(problem.toValue()).toEqual({
      code: 'SERVICE_TIMEOUT',
      params: { service: 'The USI Registry', seconds: '0.02' },
    });
  });

  it('waits no longer than it may for the rest of an answer', async () => {
    const stalls: Answer = ({ init }) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('<a'));
            init.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
          },
        }),
      );
    expect((await problemOf(stalls, 20)).code).toBe('SERVICE_TIMEOUT');
  });

  it('stops reading an answer that is too large, and hangs up', async () => {
    const body = endless(64 * 1024);
    const problem = await problemOf(() => new Response(body.stream));
    expect(problem.toValue()).toEqual({
      code: 'ANSWER_TOO_LARGE',
      params: { service: 'The USI Registry', limit: '2097152' },
    });
    expect(body.taken()).toBeLessThan(3 * 1024 * 1024);
    expect(body.cancelled()).toBe(true);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const latin1 = Uint8Array.from([0x3c, 0x61, 0xe9, 0x2f, 0x3e]);
    expect((await problemOf(() => new Response(latin1))).code).toBe('ANSWER_NOT_XML');
  });

  it('starts the time-out anew for each request', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    const io = fakeIo([answer('<b/>')]);
    await post(URL, '<a/>', OPTIONS, io);
    await post(URL, '<a/>', OPTIONS, io);
    expect(timeout.mock.calls).toEqual([[25_000], [25_000]]);
    timeout.mockRestore();
  });
});
