import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOST_REQUEST_LIMIT_BYTES } from '../../src/messages/host.ts';
import { finished, useBuiltHost } from './support/built-host.ts';
import { frame, framesIn, lengthField, refusal, request } from './support/frames.ts';

const host = useBuiltHost();
const HELLO = request({ action: 'hello' });
const greeting = expect.objectContaining({ ok: true });

/** A hello padded with white space to a body of this many bytes. */
function helloOfSize(bytes: number): Buffer {
  return frame('{"action":"hello"}'.padEnd(bytes));
}

describe('frames over stdin and stdout', () => {
  it('answers one request and ends with status 0 when the browser closes the pipe', async () => {
    const { status, answers, stderr } = await host.run({ input: [HELLO] });
    expect(answers()).toEqual([greeting]);
    expect(status).toBe(0);
    expect(stderr).toBe('');
  });

  it('answers every request of a long connection, in order', async () => {
    const requests = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? HELLO : request({ action: 'x' })));
    const { status, answers } = await host.run({ input: requests });
    expect(answers()).toEqual(
      requests.map((_, i) => (i % 2 === 0 ? greeting : refusal('HOST_ACTION_UNKNOWN', 30))),
    );
    expect(status).toBe(0);
  });

  it('answers at once, before the browser closes the pipe', async () => {
    const child = host.start();
    const first = new Promise<Buffer>((resolve) => child.stdout?.once('data', resolve));
    child.stdin?.write(HELLO);
    expect(framesIn(await first)).toEqual([greeting]);
    const { status } = await finished(child, []);
    expect(status).toBe(0);
  });

  it('takes several frames in one piece', async () => {
    const { answers } = await host.run({ input: [Buffer.concat([HELLO, HELLO, HELLO])] });
    expect(answers()).toEqual([greeting, greeting, greeting]);
  });

  it('takes one frame in single bytes', async () => {
    const { answers } = await host.run({ input: [...HELLO].map((byte) => Buffer.from([byte])) });
    expect(answers()).toEqual([greeting]);
  });

  it('ends with status 0 and silence when stdin is closed at once', async () => {
    const { status, stdout } = await host.run();
    expect(stdout).toHaveLength(0);
    expect(status).toBe(0);
  });

  it('takes a request of exactly the limit', async () => {
    const { answers } = await host.run({ input: [helloOfSize(HOST_REQUEST_LIMIT_BYTES)] });
    expect(answers()).toEqual([greeting]);
  });

  it.each([HOST_REQUEST_LIMIT_BYTES + 1, 0x7fff_ffff, 0xffff_ffff])(
    'refuses a request of %i bytes without waiting for its body, and stops',
    async (length) => {
      const { status, answers } = await host.run({ input: [lengthField(length), HELLO] });
      expect(answers()).toEqual([refusal('HOST_FRAME_TOO_LARGE', 33, { limit: '8192' })]);
      expect(status).toBe(33);
    },
  );

  it.each([
    ['inside the length', HELLO.subarray(0, 3)],
    ['after the length', HELLO.subarray(0, 4)],
    ['inside the body', HELLO.subarray(0, HELLO.length - 1)],
  ])('says that a frame that ends %s is truncated, and stops', async (_where, bytes) => {
    const { status, answers } = await host.run({ input: [bytes] });
    expect(answers()).toEqual([refusal('HOST_FRAME_MALFORMED', 32, { reason: 'truncated' })]);
    expect(status).toBe(32);
  });

  it.each([
    ['nothing', '', 'not JSON'],
    ['words', 'hello', 'not JSON'],
    ['half an object', '{"action":', 'not JSON'],
    ['two objects', '{"action":"hello"}{"action":"hello"}', 'not JSON'],
    ['8 KiB of open brackets', '['.repeat(HOST_REQUEST_LIMIT_BYTES), 'not JSON'],
    ['deeply nested lists', '['.repeat(4000) + ']'.repeat(4000), 'not an object'],
    ['deeply nested objects', `${'{"a":'.repeat(1300)}1${'}'.repeat(1300)}`, 'no action'],
    ['a list', '[{"action":"hello"}]', 'not an object'],
    ['null', 'null', 'not an object'],
    ['a string', '"hello"', 'not an object'],
    ['an object without action', '{"path":"/etc/passwd"}', 'no action'],
    ['an action that is no string', '{"action":["hello"]}', 'no action'],
    ['Latin-1', Buffer.from('{"action":"héllo"}', 'latin1'), 'not UTF-8'],
    ['UTF-16', Buffer.from('{"action":"hello"}', 'utf16le'), 'not JSON'],
    ['an overlong encoding', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), 'not UTF-8'],
    ['a surrogate encoded alone', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 'not UTF-8'],
  ])('refuses %s and answers the next request', async (_what, body, reason) => {
    const { status, answers } = await host.run({ input: [frame(body), HELLO] });
    expect(answers()).toEqual([refusal('HOST_FRAME_MALFORMED', 32, { reason }), greeting]);
    expect(status).toBe(0);
  });

  it('keeps what other code prints out of the frames', async () => {
    const noise = join(host.folder, 'noise.cjs');
    writeFileSync(
      noise,
      `const fs = require('node:fs'); const readSync = fs.readSync;
       fs.readSync = (...args) => { console.log('hell'); console.error('oh'); process.stdout.write('no'); return readSync(...args); };`,
    );
    const { answers, stderr } = await host.runScript(['--require', noise], [HELLO]);
    expect(answers()).toEqual([greeting]);
    expect(stderr).toContain('hell');
  });

  it('answers an error that has no name with a number and without its text', async () => {
    const fault = join(host.folder, 'fault.cjs');
    writeFileSync(fault, `require('node:fs').lstatSync = () => { throw new RangeError('secret'); };`);
    const { answers, stdout } = await host.runScript(
      ['--require', fault],
      [request({ action: 'read', path: '/tmp/x' }), HELLO],
    );
    expect(answers()).toEqual([refusal('HOST_INTERNAL', 39, { kind: 'RangeError' }), greeting]);
    expect(stdout.includes('secret')).toBe(false);
  });

  it('is not impressed by NODE_OPTIONS', async () => {
    const env = { NODE_OPTIONS: '--require /nowhere/module.cjs' };
    const { answers } = await host.run({ env, input: [HELLO] });
    expect(answers()).toEqual([greeting]);
  });

  it('ends when the browser no longer listens', async () => {
    const child = host.start();
    child.stdout?.destroy();
    const { status } = await finished(
      child,
      Array.from({ length: 50 }, () => HELLO),
    );
    expect(status).toBe(0);
  });
});
