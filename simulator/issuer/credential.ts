/** One credential: its key, its certificate, and its entry in the file. */
import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import type { CredentialAuthority, Standing } from './authority.ts';
import { certificatePem } from './certificate.ts';
import { encryptPrivateKey, type KeyEncryption } from './encrypted-key.ts';
import { newRsaKeyPair } from './keys.ts';
import { degenerateSignedData, indefiniteSignedData } from './signed-data.ts';
import type { StoreEntry } from './store-xml.ts';

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

const DAY_MS = 24 * 3_600_000;
/** A machine credential lasts 730 days and is back-dated by ten minutes (keystore facts, A4 and A7). */
const LIFE_MS = 730 * DAY_MS;
const BACK_DATED_MS = 10 * 60_000;

/** What all credentials of a keystore share. */
export interface IssuingContext {
  now: Date;
  dialect: 'java' | 'dotnet';
  password: string;
  /** Perhaps still in the making: keys can be generated meanwhile. */
  authority: CredentialAuthority | Promise<CredentialAuthority>;
}

/** Makes one credential; about 0.1 s, nearly all of it for the RSA key. */
export async function issueCredential(
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
