/**
 * The credential issuer: makes keystore files like those that ATOMAS leaves behind, with a certification authority of its
 * own. `issueKeystore` is the one entry; the rest of the folder is how.
 *
 *   credential.ts     one credential, from its key to its entry in the file
 *   authority.ts      root, sub authority, leaf certificates, and how each credential stands
 *   certificate.ts    X.509, with extensions.ts
 *   signed-data.ts    the CMS that carries the chain, in both dialects
 *   encrypted-key.ts  the private key under its password
 *   store-xml.ts      the file's text
 */
import { randomBytes } from 'node:crypto';
import { type CredentialAuthority, createAuthority } from './authority.ts';
import { type CredentialSpec, type IssuedCredential, issueCredential } from './credential.ts';
import { type StoreLayout, writeStore } from './store-xml.ts';

export { type CredentialAuthority, createAuthority } from './authority.ts';
export type { CredentialSpec, IssuedCredential } from './credential.ts';
export type { KeyEncryption } from './encrypted-key.ts';

/** The password of every store that does not name another; RAM's rules accept it (keystore facts, A8). */
const DEFAULT_PASSWORD = 'Password1!';

/** A keystore to issue. */
export interface KeystoreSpec extends Partial<StoreLayout> {
  credentials: readonly CredentialSpec[];
  password?: string;
  /** The authority that signs; a fresh one that no STS trusts when left out. */
  authority?: CredentialAuthority | Promise<CredentialAuthority>;
  /** The issuer's clock. */
  now?: Date;
}

/** A keystore file and the truth about it. */
export interface IssuedKeystore {
  xml: string;
  password: string;
  credentials: IssuedCredential[];
}

/** Makes a keystore; about 0.1 s for each credential. */
export async function issueKeystore(spec: KeystoreSpec): Promise<IssuedKeystore> {
  const now = spec.now ?? new Date();
  const dialect = spec.dialect ?? 'java';
  const password = spec.password ?? DEFAULT_PASSWORD;
  const authority = spec.authority ?? createAuthority(now);
  const made = await Promise.all(
    spec.credentials.map((credential) => issueCredential(credential, { now, dialect, password, authority })),
  );
  const layout: StoreLayout = {
    dialect,
    byteOrderMark: spec.byteOrderMark ?? false,
    lineEnd: spec.lineEnd ?? '\n',
    wrapBase64: spec.wrapBase64 ?? false,
  };
  const xml = writeStore(
    randomBytes(20),
    made.map(({ entry }) => entry),
    layout,
  );
  return { xml, password, credentials: made.map(({ issued }) => issued) };
}
