import { type Bytes, type HashName, rsaSign } from '../crypto/index.ts';
import { Problem } from '../problems/index.ts';
import type { CredentialIdentity } from './credential.ts';

/** The opened key as non-extractable WebCrypto keys, one for each hash, since WebCrypto binds a key to its hash. */
export interface CryptoKeys {
  readonly sha256: CryptoKey;
  /** Needed for S007 v1.2 only. */
  readonly sha1?: CryptoKey;
}

/** Signs as a credential. */
export interface Signer {
  readonly credential: CredentialIdentity;
  /** The credential's own certificate, DER. */
  readonly certificate: Uint8Array;
  /** RSASSA-PKCS1-v1_5 over the bytes. */
  sign(bytes: Uint8Array, hash: HashName): Promise<Bytes>;
}

/** A signer from keys that were opened before, for a worker that woke up. */
export function signerFrom(credential: CredentialIdentity, keys: CryptoKeys): Signer {
  return {
    credential,
    certificate: credential.certificate,
    async sign(bytes, hash) {
      const key = hash === 'SHA-256' ? keys.sha256 : keys.sha1;
      if (key === undefined) throw new Problem('INTERNAL', { kind: 'no SHA-1 key' });
      return rsaSign(key, bytes);
    },
  };
}
