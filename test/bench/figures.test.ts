import { describe, expect, it } from 'vitest';
import { sizesFigure, timesFigure } from '../../bench/support/figure.ts';
import { interleave, timed } from '../../bench/support/interleave.ts';
import { withoutRelation } from '../../bench/support/recorder.ts';

describe('a figure', () => {
  it('is the medians, their ratio, and the middle half of the pairs’ ratios', () => {
    const pairs = [
      { ours: 20, peer: 10 },
      { ours: 900, peer: 10 },
      { ours: 30, peer: 10 },
      { ours: 22, peer: 20 },
      { ours: 36, peer: 12 },
    ];
    expect(timesFigure('look-up', 'fetch', pairs)).toEqual({
      figure: 'look-up',
      ours: { value: 30, unit: 'ms' },
      peer: { name: 'fetch', value: 10, unit: 'ms' },
      ratio: 3,
      runs: 5,
      spread: [2, 3],
    });
  });

  it('takes the middle between two medians', () => {
    const pairs = [
      { ours: 1, peer: 4 },
      { ours: 2, peer: 4 },
    ];
    expect(timesFigure('any', 'peer', pairs)).toMatchObject({ ours: { value: 1.5 }, ratio: 0.375 });
  });

  it('of sizes is one pair without spread', () => {
    expect(sizesFigure('bundle', 'libraries', { ours: 300, peer: 200 })).toMatchObject({
      ours: { value: 300, unit: 'bytes' },
      ratio: 1.5,
      runs: 1,
      spread: [1.5, 1.5],
    });
  });
});

describe('interleaving', () => {
  it('runs both sides in turn, the other one first every time, and does not count the warm-up', async () => {
    const order: string[] = [];
    const side = (name: string) => async () => order.push(name);
    const pairs = await interleave(3, 1, { ours: side('ours'), peer: side('peer') });
    expect(order).toEqual(['peer', 'ours', 'ours', 'peer', 'peer', 'ours', 'ours', 'peer']);
    expect(pairs).toEqual([
      { ours: 3, peer: 4 },
      { ours: 6, peer: 5 },
      { ours: 7, peer: 8 },
    ]);
  });

  it('times work until its promise is settled, and lets its failure through', async () => {
    expect(await timed(() => new Promise((resolve) => setTimeout(resolve, 20)))()).toBeGreaterThan(15);
    await expect(timed(() => Promise.reject(new Error('broken')))()).rejects.toThrow('broken');
  });
});

it('an answer without its relation keeps everything else', () => {
  const answer = '<h><a:RelatesTo xmlns:a="urn:a">urn:uuid:1</a:RelatesTo></h><b>RelatesTo</b>';
  expect(withoutRelation(answer)).toBe('<h></h><b>RelatesTo</b>');
});
