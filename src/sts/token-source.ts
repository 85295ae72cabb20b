import { Problem } from '../problems/index.ts';
import type { Token } from '../soap/index.ts';

/** A token is renewed this long before its end, so that it cannot go stale on the way (dossier g.7). */
const RENEWAL_MARGIN_MS = 60_000;

function isFresh(token: Token, now: number): boolean {
  return now < token.expiresAt - RENEWAL_MARGIN_MS;
}

/** Where callers get the token of one credential, environment and ActAs pair. */
export interface TokenSource {
  /** The token, fetched if there is none or its end is near. However many callers wait, one request is made. */
  get(): Promise<Token>;
  /**
   * Forgets the token; with an argument only if it is still that one, so that many callers who were refused with
   * the same token throw it away once. A request under way is not stopped, but its token is not kept.
   */
  drop(refused?: Token): void;
}

/** `issue` makes a token; `kept` is one from earlier, such as from a worker that was stopped. */
export function tokenSource(issue: () => Promise<Token>, now: () => number, kept?: Token): TokenSource {
  let current = kept;
  let underWay: Promise<Token> | undefined;

  async function renew(): Promise<Token> {
    const request = issue();
    underWay = request;
    try {
      const token = await request;
      if (underWay === request) current = token;
      return token;
    } finally {
      if (underWay === request) underWay = undefined;
    }
  }

  return {
    async get() {
      if (current && isFresh(current, now())) return current;
      return underWay ?? renew();
    },
    drop(refused) {
      if (refused !== undefined && refused !== current) return;
      current = undefined;
      underWay = undefined;
    },
  };
}

/**
 * Makes a call with the token; if its security is refused, makes it once more with a new one (dossier e). A message
 * whose security was refused was not processed, so this is safe for calls that change something too. No other failure
 * is answered with a second call.
 */
export async function withFreshToken<Result>(
  source: TokenSource,
  call: (token: Token) => Promise<Result>,
): Promise<Result> {
  const token = await source.get();
  try {
    return await call(token);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'SECURITY_REFUSED') throw error;
    source.drop(token);
    return call(await source.get());
  }
}
