import { hmacSha1 } from '../crypto/index.ts';
import { element, received } from '../xml/index.ts';
import { MUST_UNDERSTAND } from './addressing.ts';
import { SECURITY } from './namespaces.ts';
import type { Security } from './security.ts';
import { type SignatureAlgorithms, signature } from './signature.ts';
import { TIMESTAMP_ID, timestamp } from './timestamp.ts';
import type { Token } from './token.ts';

/** SHA-1 is what every working client sends; none is known that sends HMAC with SHA-256 (dossier e). */
const ALGORITHMS: SignatureAlgorithms = {
  signature: 'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
  digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
  hash: 'SHA-1',
};

/**
 * Carries the token along and signs the Timestamp with its proof key: how a token is spent.
 * The EncryptedData stands in the header without its EncryptedAssertion, and KeyInfo is the reference
 * that came with it (dossier e).
 */
export function hmacSecurity(token: Token): Security {
  return {
    toId: null,
    async header(_to, io) {
      const time = timestamp(io.now());
      const signed = await signature(
        [{ id: TIMESTAMP_ID, markup: time }],
        ALGORITHMS,
        (bytes) => hmacSha1(token.proofKey, bytes),
        received(token.reference),
      );
      return element(SECURITY, 'Security', [MUST_UNDERSTAND], time, received(token.encryptedData), signed);
    },
  };
}
