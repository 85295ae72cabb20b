import { CONFIG } from '../config.ts';

/** Runs one piece of work that waits for a service. */
export type WhileAwake = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Keeps the background alive while a request to a service is in flight, and only then: without it both browsers
 * end the background 30 s into a pending fetch (Firefox always, Chromium once the asking page is closed).
 * @param touch any call into the browser's API
 */
export function keepAlive(touch: () => Promise<void>): WhileAwake {
  return async (work) => {
    const timer = setInterval(() => void touch().catch(() => undefined), CONFIG.KEEP_ALIVE_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  };
}
