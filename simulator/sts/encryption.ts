/** XML Encryption to a relying party: AES-256-CBC, its key wrapped with RSA-OAEP (the template in the Registry's WSDL). */
import { constants, createCipheriv, createHash, publicEncrypt, randomBytes } from 'node:crypto';
import { ALGORITHM, NS, TOKEN } from '../soap/names.ts';
import type { ServiceIdentity } from '../world.ts';

/** Whether a fragment declares its own prefixes, or relies on its ancestors' declarations. */
export type Declarations = 'declared' | 'inherited';

const AES_BLOCK_BYTES = 16;

/** `xenc:EncryptedData` over a whole element. */
export function encryptElement(xml: string, to: ServiceIdentity, declarations: Declarations): string {
  const key = randomBytes(32);
  const iv = randomBytes(AES_BLOCK_BYTES);
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
  const encrypted = Buffer.concat([iv, cipher.update(padded(Buffer.from(xml, 'utf8'))), cipher.final()]);
  const xenc = declare(declarations, 'xenc', NS.encryption);
  const ds = declare(declarations, 'ds', NS.signature);
  return (
    `<xenc:EncryptedData Type="${NS.encryption}Element"${xenc}>` +
    `<xenc:EncryptionMethod Algorithm="${ALGORITHM.aes256Cbc}"></xenc:EncryptionMethod>` +
    `<ds:KeyInfo${ds}>${encryptedKey(key, to, declarations)}</ds:KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${encrypted.toString('base64')}</xenc:CipherValue></xenc:CipherData>` +
    `</xenc:EncryptedData>`
  );
}

/** `EncryptedKey` that names its recipient by thumbprint, in a SecurityTokenReference of its own, as WIF does. */
export function encryptedKey(key: Uint8Array, to: ServiceIdentity, declarations: Declarations): string {
  const wrapped = publicEncrypt(
    { key: to.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    key,
  );
  const thumbprint = createHash('sha1').update(to.certificate).digest('base64');
  const xenc = declare(declarations, 'xenc', NS.encryption);
  const ds = declare(declarations, 'ds', NS.signature);
  const o = declare(declarations, 'o', NS.security);
  return (
    `<xenc:EncryptedKey${xenc}>` +
    `<xenc:EncryptionMethod Algorithm="${ALGORITHM.rsaOaep}">` +
    `<ds:DigestMethod Algorithm="${ALGORITHM.sha1}"${ds}></ds:DigestMethod></xenc:EncryptionMethod>` +
    `<ds:KeyInfo${ds}><o:SecurityTokenReference${o}>` +
    `<o:KeyIdentifier ValueType="${TOKEN.thumbprint}">${thumbprint}</o:KeyIdentifier>` +
    `</o:SecurityTokenReference></ds:KeyInfo>` +
    `<xenc:CipherData><xenc:CipherValue>${wrapped.toString('base64')}</xenc:CipherValue></xenc:CipherData>` +
    `</xenc:EncryptedKey>`
  );
}

/** ` xmlns:prefix="namespace"`, or nothing when an ancestor declares it. */
export function declare(declarations: Declarations, prefix: string, namespace: string): string {
  return declarations === 'declared' ? ` xmlns:${prefix}="${namespace}"` : '';
}

/** XML Encryption, 5.2: random octets, the last of which counts them. */
function padded(bytes: Buffer): Buffer {
  const count = AES_BLOCK_BYTES - (bytes.length % AES_BLOCK_BYTES);
  return Buffer.concat([bytes, randomBytes(count - 1), Buffer.from([count])]);
}
