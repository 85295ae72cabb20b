import { restoreCredential, type Signer, signerFrom } from '../../src/keystore/index.ts';
import { bindingOf, type SessionRecord } from './record.ts';
import { unsealSigningKey } from './sealing.ts';

/** An unlocked credential as this worker holds it: non-extractable keys and public facts. */
export interface OpenSession {
  readonly signer: Signer;
  readonly unlockedAt: number;
  readonly deadline: number;
  /** To seal and open what belongs to this session and must not outlive it. */
  readonly wrappingKey: CryptoKey;
  readonly binding: string;
}

/**
 * Puts the two halves together. The private key's bytes never come back into memory: they go from the ciphertext
 * straight into non-extractable keys, one for each hash, because WebCrypto binds a key to its hash.
 * Rejects if any part was tampered with or belongs to another session.
 */
export async function openSession(record: SessionRecord, wrappingKey: CryptoKey): Promise<OpenSession> {
  const binding = bindingOf(record, record.credential.id);
  const [sha256, sha1] = await Promise.all([
    unsealSigningKey(record.key, wrappingKey, binding, 'SHA-256'),
    unsealSigningKey(record.key, wrappingKey, binding, 'SHA-1'),
  ]);
  const signer = signerFrom(restoreCredential(record.credential), { sha256, sha1 });
  return { signer, unlockedAt: record.unlockedAt, deadline: record.deadline, wrappingKey, binding };
}
