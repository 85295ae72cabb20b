import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockError, learnOffset } from '../../src/soap/index.ts';

const NOON = Date.parse('2026-02-03T12:00:00Z');
const MINUTE = 60_000;

/** What the computer sees of a service whose clock is `truth` ahead of the computer's, after `delayMs` each way. */
function sample(truth: number, known: number, delayMs: number, computer = NOON) {
  return {
    date: new Date(computer + delayMs + truth).toUTCString(),
    sentAt: computer + known,
    receivedAt: computer + 2 * delayMs + known,
  };
}

describe('learnOffset', () => {
  it('leaves a right clock alone, however slow the network', () => {
    for (const delay of [0, 10, 400, 5_000]) expect(learnOffset(0, sample(0, 0, delay))).toBe(0);
  });

  it.each([10, -10])('learns a clock that is %i minutes out to within a second', (minutes) => {
    expect(Math.abs(learnOffset(0, sample(minutes * MINUTE, 0, 100)) - minutes * MINUTE)).toBeLessThanOrEqual(
      1000,
    );
  });

  it('gets within a second and half the duration of any offset, and then stays', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000, max: 2_000_000 }),
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 0, max: 999 }),
        (truth, delay, fraction) => {
          const learned = learnOffset(0, sample(truth, 0, delay, NOON + fraction));
          expect(Math.abs(learned - truth)).toBeLessThanOrEqual(1000 + delay);
          expect(learnOffset(learned, sample(truth, learned, delay, NOON + fraction))).toBe(learned);
        },
      ),
    );
  });

  it('finds back when the computer’s clock is set right', () => {
    expect(Math.abs(learnOffset(10 * MINUTE, sample(0, 10 * MINUTE, 100)))).toBeLessThanOrEqual(1000);
  });

  it.each([
    ['a date that is none', { date: 'yesterday', sentAt: NOON, receivedAt: NOON + 100 }],
    ['an empty date', { date: '', sentAt: NOON, receivedAt: NOON + 100 }],
    ['a date of another year', { date: 'Thu, 01 Jan 1970 00:00:00 GMT', sentAt: NOON, receivedAt: NOON }],
    [
      'a clock that was set back while waiting',
      { date: new Date(NOON).toUTCString(), sentAt: NOON, receivedAt: NOON - 600_000 },
    ],
    [
      'a clock that was set ahead while waiting',
      { date: new Date(NOON).toUTCString(), sentAt: NOON - 600_000, receivedAt: NOON },
    ],
  ])('ignores %s', (_what, reading) => {
    expect(learnOffset(1234, reading)).toBe(1234);
  });
});

describe('clockError', () => {
  it('is silent up to a minute', () => {
    for (const offset of [0, MINUTE, -MINUTE]) expect(clockError(offset)).toBeNull();
  });

  it('says by how many minutes, and which way', () => {
    expect(clockError(-10 * MINUTE)).toEqual({ minutes: 10, direction: 'fast' });
    expect(clockError(61_000)).toEqual({ minutes: 1, direction: 'slow' });
  });
});
