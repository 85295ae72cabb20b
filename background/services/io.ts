import type { Io } from '../../src/soap/index.ts';
import type { ServiceClock } from './clock.ts';

export type Fetch = Io['fetch'];

/** What the core needs of the world: every request first waits until requests look like a plain client's. */
export function serviceIo(fetch: Fetch, ensurePlainRequests: () => Promise<void>, clock: ServiceClock): Io {
  return {
    fetch: async (url, init) => {
      await ensurePlainRequests();
      return fetch(url, init);
    },
    now: clock.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    onDate: clock.learn,
  };
}
