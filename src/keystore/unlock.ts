import {
  Asn1Error,
  type Bytes,
  decryptKey,
  type EncryptedKey,
  importSigningKey,
  readAsn1,
  readEncryptedKey,
  wipe,
} from '../crypto/index.ts';
import { Problem } from '../problems/index.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { type Credential, type CredentialIdentity, identityFrom, MACHINE_CREDENTIAL } from './credential.ts';
import { fits, publicHalf } from './private-key.ts';
import { type CryptoKeys, type Signer, signerFrom } from './signer.ts';

/**
 * Opens a credential's key and returns what signs with it.
 * `keep` sees the opened key (PrivateKeyInfo, DER) once, to wrap it for later; then the bytes are wiped, as they are
 * on every other way out. What `keep` throws comes through.
 * Throws the problems PASSWORD_WRONG, CREDENTIAL_KEY_MISMATCH, CREDENTIAL_NO_LEAF, CREDENTIAL_NOT_MACHINE,
 * CREDENTIAL_ENCRYPTION_UNSUPPORTED and KEYSTORE_DAMAGED.
 */
export async function unlock(
  credential: Credential,
  password: string,
  keep?: (pkcs8: Bytes) => Promise<void>,
): Promise<Signer> {
  if (credential.type !== MACHINE_CREDENTIAL) {
    throw new Problem('CREDENTIAL_NOT_MACHINE', { type: credential.type });
  }
  const pkcs8 = await decryptKey(encryptedKey(credential), password);
  try {
    const identity = settleIdentity(credential, pkcs8);
    const keys = await importKeys(credential, pkcs8);
    await keep?.(pkcs8);
    return signerFrom(identity, keys);
  } finally {
    wipe(pkcs8);
  }
}

function encryptedKey({ id, protectedPrivateKey }: Credential): EncryptedKey {
  try {
    return readEncryptedKey(protectedPrivateKey);
  } catch (error) {
    if (error instanceof Asn1Error) throw damagedKey(id);
    throw error;
  }
}

/** The identity that the key proves: the certificate that was chosen, or, if it was only assumed, the one that fits. */
function settleIdentity(credential: Credential, pkcs8: Uint8Array): CredentialIdentity {
  const { chain, protectedPrivateKey: _, chosenBy, ...identity } = credential;
  const key = publicHalf(pkcs8);
  const candidates = chosenBy === 'assumed' ? [identity.certificate, ...chain] : [identity.certificate];
  const own = candidates.map(certificateOf).find((certificate) => fits(key, certificate));
  if (own) return { ...identity, ...identityFrom(own) };
  if (chosenBy === 'assumed') throw new Problem('CREDENTIAL_NO_LEAF', { id: credential.id });
  throw new Problem('CREDENTIAL_KEY_MISMATCH');
}

function certificateOf(der: Uint8Array): Certificate {
  return readCertificate(readAsn1(der));
}

/** One key for each hash. A key that fits by modulus may still be damaged further on, which only the engine sees. */
async function importKeys({ id }: Credential, pkcs8: Bytes): Promise<CryptoKeys> {
  try {
    return { sha256: await importSigningKey(pkcs8, 'SHA-256'), sha1: await importSigningKey(pkcs8, 'SHA-1') };
  } catch (cause) {
    throw damagedKey(id, cause);
  }
}

function damagedKey(id: string, cause?: unknown): Problem {
  return new Problem('KEYSTORE_DAMAGED', { id, part: 'protectedPrivateKey' }, cause);
}
