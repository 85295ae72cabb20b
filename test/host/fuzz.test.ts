import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOST_REQUEST_LIMIT_BYTES, HOST_RESPONSE_LIMIT_BYTES } from '../../src/messages/host.ts';
import { PROBLEMS, type ProblemCode } from '../../src/problems/index.ts';
import { finished, useBuiltHost } from './support/built-host.ts';
import { frame } from './support/frames.ts';

const host = useBuiltHost();

/** Processes started per property; each costs about 50 ms. */
const RUNS = 60;

const anyPath = fc.oneof(
  fc.string(),
  fc.string().map((text) => `/${text}`),
  fc.constantFrom(
    '/etc/shadow',
    '/proc/self/mem',
    '/proc/kmsg',
    '/dev/stdin',
    '/dev/fd/0',
    '/proc/self/fd/0',
    '//x/y',
  ),
);

const anyMessage = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc
    .record(
      {
        action: fc.oneof(fc.constantFrom('hello', 'find', 'read', 'doctor'), fc.string()),
        path: anyPath,
        x: fc.anything(),
      },
      { requiredKeys: ['action'] },
    )
    .map((message) => JSON.stringify(message)),
);

const anyBody = fc.oneof(
  anyMessage.map((text) => Buffer.from(text).subarray(0, HOST_REQUEST_LIMIT_BYTES)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
);

/** Every answer is an `ok` with a value, or a problem with a code of ours and its number. */
function isAnswer(answer: unknown): boolean {
  const { ok, value, problem } = answer as {
    ok: boolean;
    value?: object;
    problem?: { code: ProblemCode; number: number };
  };
  if (ok) return typeof value === 'object';
  return (
    problem !== undefined &&
    PROBLEMS[problem.code].exit === problem.number &&
    problem.code !== 'HOST_INTERNAL'
  );
}

function within(limit: number, stdout: Buffer): boolean {
  return stdout.length === 0 || stdout.readUInt32LE() <= limit;
}

describe('whatever is sent', () => {
  it('every well-framed body gets exactly one answer with a known code, and the status is 0', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBody, { maxLength: 20 }), async (bodies) => {
        const { status, answers, stderr } = await host.run({ input: bodies.map((body) => frame(body)) });
        expect(answers()).toHaveLength(bodies.length);
        expect(answers().filter((answer) => !isAnswer(answer))).toEqual([]);
        expect(stderr).toBe('');
        expect(status).toBe(0);
      }),
      { numRuns: RUNS },
    );
  }, 120_000);

  it('any bytes in any pieces give only frames, and a status that is 0 or the last problem’s number', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        anyBody.map((body) => frame(body)),
      ),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(pieces, async (input) => {
        const { status, answers, stdout, stderr } = await finished(host.start(), input);
        expect(within(HOST_RESPONSE_LIMIT_BYTES, stdout)).toBe(true);
        expect(answers().filter((answer) => !isAnswer(answer))).toEqual([]);
        const last = answers().at(-1) as { problem?: { number: number } } | undefined;
        expect([0, last?.problem?.number]).toContain(status);
        expect(stderr).toBe('');
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
