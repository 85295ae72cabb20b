import { Problem } from '../problems/index.ts';

/** Names for schemes that are not supported but may be met, so that a problem does not show digits alone. */
const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.5.3': 'PBE-MD5-DES',
  '1.2.840.113549.1.5.10': 'PBE-SHA1-DES',
  '1.2.840.113549.1.12.1.1': 'PBE-SHA1-RC4-128',
  '1.2.840.113549.1.12.1.2': 'PBE-SHA1-RC4-40',
  '1.2.840.113549.1.12.1.4': 'PBE-SHA1-2DES',
  '1.2.840.113549.1.12.1.5': 'PBE-SHA1-RC2-128',
  '1.2.840.113549.1.12.1.6': 'PBE-SHA1-RC2-40',
  '1.2.840.113549.2.10': 'HMAC-SHA384',
  '1.2.840.113549.2.11': 'HMAC-SHA512',
  '1.3.6.1.4.1.11591.4.11': 'scrypt',
  '2.16.840.1.101.3.4.1.22': 'AES-192-CBC',
};

/** The problem of a key encrypted with the scheme, cipher or hash of this object identifier. */
export function unsupportedEncryption(oid: string): Problem {
  const name = NAMES[oid];
  return new Problem('CREDENTIAL_ENCRYPTION_UNSUPPORTED', { oid: name ? `${oid}, ${name}` : oid });
}
