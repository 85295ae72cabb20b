import { describe, expect, it, vi } from 'vitest';
import { type Fetch, tellingHeldBack } from '../../background/services/index.ts';

const REGISTRY = 'https://portal.usi.gov.au/service/v5/usiservice.svc';
const STS = 'https://softwareauthorisations.ato.gov.au/R3.0/S007v1.3/service.svc';
const LOST = new TypeError('Failed to fetch');

/** A fetch that gives these statuses, then fails as Chromium's does when it sends nothing. */
function answering(...statuses: number[]): Fetch {
  const network = vi.fn<Fetch>().mockRejectedValue(LOST);
  for (const status of statuses) network.mockResolvedValueOnce(new Response('', { status }));
  return network;
}

async function failingAfter(statuses: number[], init: RequestInit = {}, last = REGISTRY): Promise<unknown> {
  const fetch = tellingHeldBack(answering(...statuses));
  for (const _status of statuses) await fetch(REGISTRY, {});
  return fetch(last, init).catch((thrown) => thrown);
}

describe('a request that fails', () => {
  it.each([500, 503, 509])(
    'after several answers of status %i was held back by the browser',
    async (status) => {
      expect(await failingAfter([status, status, status])).toMatchObject({
        code: 'SERVICE_HELD_BACK',
        params: { host: 'portal.usi.gov.au' },
        cause: LOST,
      });
    },
  );

  it.each([
    ['the first one', []],
    ['after two errors, which Chromium lets pass', [500, 500]],
    ['after an answer that was none', [500, 500, 500, 200]],
    ['after errors that Chromium does not count', [404, 404, 404, 404]],
  ])('%s was lost in the network', async (_when, statuses) => {
    expect(await failingAfter(statuses)).toBe(LOST);
  });

  it('is judged by the answers of its own address', async () => {
    expect(await failingAfter([500, 500, 500], {}, STS)).toBe(LOST);
  });

  it('because we gave up waiting is no such request', async () => {
    expect(await failingAfter([500, 500, 500], { signal: AbortSignal.abort() })).toBe(LOST);
  });
});
