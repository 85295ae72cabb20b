/**
 * The credential issuer: makes keystore files like those that ATOMAS leaves behind, with a certification authority of its
 * own. `issueKeystore` is the one entry; the rest of the folder is how.
 *
 *   authority.ts      root, sub authority, leaf certificates, and how each credential stands
 *   certificate.ts    X.509, with extensions.ts
 *   signed-data.ts    the CMS that carries the chain, in both dialects
 *   encrypted-key.ts  the private key under its password
 *   store-xml.ts      the file's text
 */
import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import { type CredentialAuthority, createAuthority, type Standing } from './authority.ts';
import { certificatePem } from './certificate.ts';
import { encryptPrivateKey, type KeyEncryption } from './encrypted-key.ts';
import { newRsaKeyPair } from './keys.ts';
import { degenerateSignedData, indefiniteSignedData } from './signed-data.ts';
import { type StoreEntry, type StoreLayout, writeStore } from './store-xml.ts';

export { type CredentialAuthority, createAuthority } from './authority.ts';
export type { KeyEncryption } from './encrypted-key.ts';

/** The password of every store that does not name another; RAM's rules accept it (keystore facts, A8). */
const DEFAULT_PASSWORD = 'Password1!';

/** One credential to issue. Only `abn` and `name` are needed. */
export interface CredentialSpec {
  /** 11 digits. */
  abn: string;
  /** The device's name, which becomes the certificate's CN. */
  name: string;
  legalName?: string;
  /** When it may be used, relative to the issuer's clock, or exactly. */
  validity?: 'valid' | 'expired' | 'not-yet-valid' | { notBefore: Date; notAfter: Date };
  /** What the STS will find when it looks the credential up. */
  standing?: Standing;
  encryption?: KeyEncryption;
  /** Overrides the store's password, as in a store merged by hand. */
  password?: string;
  /** Puts another key's bytes into the file: it opens, but does not fit the certificate. */
  keyFits?: boolean;
  /** `U` is the AUSkey era's user credential. */
  type?: 'D' | 'U';
}

/** A keystore to issue. */
export interface KeystoreSpec extends Partial<StoreLayout> {
  credentials: readonly CredentialSpec[];
  password?: string;
  /** The authority that signs; a fresh one that no STS trusts when left out. */
  authority?: CredentialAuthority | Promise<CredentialAuthority>;
  /** The issuer's clock. */
  now?: Date;
}

/** What is known about one issued credential, secrets included. */
export interface IssuedCredential {
  id: string;
  abn: string;
  name: string;
  password: string;
  certificatePem: string;
  certificateDer: Buffer;
  serialDecimal: string;
  notBefore: Date;
  notAfter: Date;
  /** The key that fits the certificate, even when the file holds another. */
  privateKey: KeyObject;
}

/** A keystore file and the truth about it. */
export interface IssuedKeystore {
  xml: string;
  password: string;
  credentials: IssuedCredential[];
}

const DAY_MS = 24 * 3_600_000;
/** A machine credential lasts 730 days and is back-dated by ten minutes (keystore facts, A4 and A7). */
const LIFE_MS = 730 * DAY_MS;
const BACK_DATED_MS = 10 * 60_000;

/** Makes a keystore; about 0.1 s for each credential, which needs an RSA key. */
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

interface IssuingContext {
  now: Date;
  dialect: 'java' | 'dotnet';
  password: string;
  /** Perhaps still in the making: keys can be generated meanwhile. */
  authority: CredentialAuthority | Promise<CredentialAuthority>;
}

async function issueCredential(
  spec: CredentialSpec,
  context: IssuingContext,
): Promise<{ entry: StoreEntry; issued: IssuedCredential }> {
  const { now, dialect } = context;
  const [authority, keys, otherKeys] = await Promise.all([
    context.authority,
    newRsaKeyPair(),
    spec.keyFits === false ? newRsaKeyPair() : undefined,
  ]);
  const { abn, name, type = 'D' } = spec;
  const password = spec.password ?? context.password;
  const { notBefore, notAfter } = validityOf(spec, now);
  const { certificate, serialNumber } = authority.issueLeaf({
    abn,
    name,
    keys,
    notBefore,
    notAfter,
    dialect,
    standing: spec.standing ?? 'active',
  });
  const chain = [certificate, authority.sub.certificate, authority.root.certificate];
  const creationDate = new Date(notBefore.getTime() + BACK_DATED_MS);
  const salt = randomBytes(dialect === 'java' ? 20 : 8);
  const id = `${type === 'D' ? 'ABRD' : 'ABRP'}:${abn}_${name}`;
  const serialDecimal = BigInt(`0x${serialNumber.toString('hex')}`).toString();
  const encryption = spec.encryption ?? { scheme: 'pbe-sha1-3des' };
  return {
    issued: {
      id,
      abn,
      name,
      password,
      certificatePem: certificatePem(certificate),
      certificateDer: certificate,
      serialDecimal,
      notBefore,
      notAfter,
      privateKey: keys.privateKey,
    },
    entry: {
      id,
      type,
      credentialSalt: salt,
      integrityValue: randomBytes(20),
      name1: name,
      name2: type === 'D' ? '' : 'Example',
      abn,
      legalName: spec.legalName ?? name,
      personId: type === 'D' ? '' : '100001',
      serialDecimal,
      creationDate,
      notBefore,
      notAfter,
      fingerprint: createHash('sha1').update(certificate).digest(),
      publicCertificate:
        dialect === 'java'
          ? indefiniteSignedData(chain, authority.sub, creationDate)
          : degenerateSignedData(chain),
      protectedPrivateKey: encryptPrivateKey((otherKeys ?? keys).privateKey, password, encryption, salt),
    },
  };
}

/** Certificates count whole seconds, so the dates do too. */
function validityOf({ validity = 'valid' }: CredentialSpec, now: Date): { notBefore: Date; notAfter: Date } {
  if (typeof validity === 'object') return validity;
  const second = Math.floor(now.getTime() / 1000) * 1000;
  const start = {
    valid: second - BACK_DATED_MS,
    expired: second - LIFE_MS - DAY_MS,
    'not-yet-valid': second + DAY_MS,
  }[validity];
  return { notBefore: new Date(start), notAfter: new Date(start + LIFE_MS) };
}
