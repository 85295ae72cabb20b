import type { RequestRule, SetRequestRule } from '../../src/browser/index.ts';
import { once } from '../once.ts';

/** What a browser adds to a request and the plain clients known to work at the services do not send. */
const BROWSER_HEADERS = [
  'origin',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-fetch-user',
  'sec-fetch-storage-access',
] as const;

/** A request that no tab made: the background's own. Pages and the user's tabs stay untouched. */
const NO_TAB = -1;

/** The rule that makes our own requests to the services look like those of a plain HTTP client (measured in both browsers). */
export function plainRequestsRule(ownOrigin: string, serviceHosts: readonly string[]): RequestRule {
  return {
    id: 1,
    priority: 1,
    action: {
      type: 'modifyHeaders',
      requestHeaders: BROWSER_HEADERS.map((header) => ({ header, operation: 'remove' })),
    },
    condition: {
      requestDomains: [...serviceHosts],
      initiatorDomains: [new URL(ownOrigin).hostname],
      tabIds: [NO_TAB],
      resourceTypes: ['xmlhttprequest'],
    },
  };
}

/**
 * Gives a function to await before every request: it puts the rule in place once in a worker's life.
 * A session rule outlives the worker but not the browser, and setting it again costs next to nothing.
 */
export function ensurePlainRequests(setRule: SetRequestRule, rule: RequestRule): () => Promise<void> {
  return once(() => setRule(rule));
}
