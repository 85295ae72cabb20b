/** RSA and EC key pairs, made off the main thread so that several can be made at once. */
import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/** Both halves of an asymmetric key. */
export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

const generate = promisify(generateKeyPair);

/** A machine credential's key is RSA with 2048 bits (keystore facts, A4). */
export const newRsaKeyPair = (): Promise<KeyPair> => generate('rsa', { modulusLength: 2048 });

/** TLS keys only have to be quick to make. */
export const newEcKeyPair = (): Promise<KeyPair> => generate('ec', { namedCurve: 'P-256' });
