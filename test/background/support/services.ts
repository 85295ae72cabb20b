import { vi } from 'vitest';
import { CORE } from '../../../background/container.ts';
import type { VerifyQuery } from '../../../src/messages/index.ts';
import type { Verification } from '../../../src/usi/index.ts';
import type { FakeBrowser } from './fake-browser.ts';

/** An invented student, from the published samples. */
export const MARYAM: VerifyQuery = {
  usi: 'BNGH7C75FN',
  firstName: 'Maryam',
  familyName: 'Fredrick',
  dateOfBirth: '1966-05-25',
};

export const ASFAHA: VerifyQuery = {
  usi: 'DG6K5YHPP3',
  firstName: 'Asfaha',
  familyName: 'Loflin',
  dateOfBirth: '1982-12-23',
};

export const VERIFIED: Verification = {
  status: 'Valid',
  verdict: 'verified',
  differs: [],
  flags: { firstName: 'Match', familyName: 'Match', dateOfBirth: 'Match' },
};

/** Puts a token service and a Registry behind the background, without a network; both may be scripted. */
export function stubServices(browser: FakeBrowser) {
  let issued = 0;
  const issueToken = vi.fn<typeof CORE.issueToken>(async (_signer, _service, io, _actingFor, keep) => {
    issued += 1;
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const algorithm = { name: 'HMAC', hash: 'SHA-1' };
    const proofKey = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
    await keep?.(secret);
    secret.fill(0);
    const [issuedAt, expiresAt] = [io.now(), io.now() + 30 * 60_000];
    return { encryptedData: `<token-${issued}/>`, reference: '<reference/>', issuedAt, expiresAt, proofKey };
  });
  const verifyUsi = vi.fn<typeof CORE.verifyUsi>(async () => VERIFIED);
  browser.core = { ...CORE, issueToken, verifyUsi };
  return { issueToken, verifyUsi };
}
