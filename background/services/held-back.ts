import { Problem } from '../../src/problems/index.ts';
import type { Fetch } from './io.ts';

/** Chromium counts answers of these statuses. The services put every fault into one of status 500. */
const COUNTED_STATUSES: ReadonlySet<number> = new Set([500, 503, 509]);

/** So many in a row it lets pass. */
const LET_PASS = 2;

/**
 * The same fetch, except that a request that fails after several such answers is the problem SERVICE_HELD_BACK.
 *
 * Chromium holds an extension's requests to an address back for a while when its answers were errors, from 0.7 s on and
 * longer with each, and lets `fetch` fail as if there were no network (its ExtensionThrottleManager; measured in
 * Chromium 156). To blame the network would send the clerk looking in the wrong place. The request is not sent again
 * here: whether it was held back or lost on its way cannot be told.
 */
export function tellingHeldBack(fetch: Fetch): Fetch {
  const errorsInARow = new Map<string, number>();
  return async (url, init) => {
    const errors = errorsInARow.get(url) ?? 0;
    try {
      const response = await fetch(url, init);
      errorsInARow.set(url, COUNTED_STATUSES.has(response.status) ? errors + 1 : 0);
      return response;
    } catch (thrown) {
      if (errors <= LET_PASS || init.signal?.aborted) throw thrown;
      throw new Problem('SERVICE_HELD_BACK', { host: new URL(url).host }, thrown);
    }
  };
}
