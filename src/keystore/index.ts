/**
 * Keystore: the machine-credential file that ATOMAS leaves.
 *
 *   credential.ts    what a credential is, with and without its encrypted key
 *   read.ts          the file → credentials, without the password; read-credential.ts reads one
 *   certificate.ts   what an X.509 certificate says; certificates.ts finds them in their CMS wrapping
 *   leaf.ts          which of the certificates is the credential's own
 *   unlock.ts        credential + password → signer; private-key.ts tells whether the key fits
 *   signer.ts        what signs, also for a worker that woke up
 *   health.ts        valid or not, and which of several to prefer
 */
export {
  type Credential,
  type CredentialIdentity,
  type CredentialSummary,
  describeCredential,
  restoreCredential,
} from './credential.ts';
export { byPreference, findCredential, validity } from './health.ts';
export { KEYSTORE_LIMIT_BYTES, readKeystore } from './read.ts';
export { type CryptoKeys, type Signer, signerFrom } from './signer.ts';
export { unlock } from './unlock.ts';
