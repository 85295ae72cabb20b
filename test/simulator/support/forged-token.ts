/** Opens a token with the Registry's own key, changes what is inside, and closes it again, as no client ever could. */
import {
  constants,
  createCipheriv,
  createDecipheriv,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import type { Simulator } from '../../../simulator/index.ts';
import type { IssuedToken } from './token-request.ts';

const CIPHER_VALUE = /<xenc:CipherValue>([^<]*)<\/xenc:CipherValue>/g;
const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };

/** A token whose assertion reads as `change` made it. */
export function forge(
  simulator: Simulator,
  token: IssuedToken,
  change: (assertion: string) => string,
): IssuedToken {
  const { registry } = simulator.world;
  const [wrappedKey = '', content = ''] = [...token.encryptedData.matchAll(CIPHER_VALUE)].map(
    ([, value]) => value,
  );
  const key = privateDecrypt({ key: registry.privateKey, ...OAEP }, Buffer.from(wrappedKey, 'base64'));
  const bytes = Buffer.from(content, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
  const assertion = padded.subarray(0, padded.length - (padded.at(-1) ?? 0)).toString('utf8');

  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const forged = Buffer.concat([iv, cipher.update(change(assertion)), cipher.final()]);
  const rewrapped = publicEncrypt({ key: registry.publicKey, ...OAEP }, key).toString('base64');
  const values = [rewrapped, forged.toString('base64')];
  return {
    ...token,
    encryptedData: token.encryptedData.replace(
      CIPHER_VALUE,
      () => `<xenc:CipherValue>${values.shift()}</xenc:CipherValue>`,
    ),
  };
}
