import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { digest, hex, readAsn1, readEncryptedKey, sequenceOf } from '../../src/crypto/index.ts';
import { readKeystore, unlock } from '../../src/keystore/index.ts';
import { describeWithReference, hasReference, referencePath } from '../support/reference.ts';

/** What shared/keystore/data/expected.json says of one credential, as far as it is compared. */
interface Expected {
  id: string;
  credentialType: string;
  abn: string;
  name1: string;
  serialDecimal: string;
  issuer: string;
  certNotBeforeUtc: string;
  certNotAfterUtc: string;
  sha1FingerprintHex: string;
  chainSubjects: string[];
  leafDerLength: number;
  pbeOid: string;
  pbeSaltHex: string;
  pbeIterations: number;
  modulusBits: number;
  spkiSha256: string;
  rsaSha256Pkcs1SignatureOfAsciiTestSha256: string;
}

interface ExpectedStore {
  file: string;
  password: string;
  credentials: Expected[];
}

const read = (file: string) => readFileSync(referencePath('keystore/data', file), 'utf8');
const stores: ExpectedStore[] = hasReference() ? JSON.parse(read('expected.json')) : [];
const cases = stores.flatMap(({ file, password, credentials }) =>
  credentials.map((expected, index) => ({ file, password, index, expected, id: expected.id })),
);

/** SubjectPublicKeyInfo: the seventh field of a v3 TBSCertificate. */
function subjectPublicKeyInfo(certificate: Uint8Array): Uint8Array {
  return sequenceOf(sequenceOf(readAsn1(certificate))[0])[6]?.bytes ?? new Uint8Array();
}

describeWithReference('the four official test keystores', () => {
  it('hold eight credentials', () => {
    expect(cases).toHaveLength(8);
  });

  it.each(cases)('$file, $id: says what is expected', async ({ file, index, expected }) => {
    const credential = readKeystore(read(file))[index];
    expect(credential).toMatchObject({
      id: expected.id,
      type: expected.credentialType,
      abn: expected.abn,
      name: expected.name1,
      serialNumber: expected.serialDecimal,
      fingerprint: expected.sha1FingerprintHex,
      validFrom: new Date(expected.certNotBeforeUtc),
      validTo: new Date(expected.certNotAfterUtc),
      issuer: /CN=([^,]*)/.exec(expected.issuer)?.[1],
      chosenBy: 'serial number',
    });
    expect(credential?.certificate).toHaveLength(expected.leafDerLength);
    expect(credential?.chain).toHaveLength(expected.chainSubjects.length - 1);
    const spki = subjectPublicKeyInfo(credential?.certificate ?? new Uint8Array());
    expect(hex(await digest('SHA-256', spki))).toBe(expected.spkiSha256);
  });

  it.each(cases)('$file, $id: is encrypted as expected', ({ file, index, expected }) => {
    const key = readKeystore(read(file))[index]?.protectedPrivateKey ?? new Uint8Array();
    const { encryption } = readEncryptedKey(key);
    expect(expected.pbeOid).toBe('1.2.840.113549.1.12.1.3');
    expect(encryption).toMatchObject({ scheme: 'PBE-SHA1-3DES', rounds: expected.pbeIterations });
    expect(hex(encryption.salt)).toBe(expected.pbeSaltHex);
  });

  it.each(cases)('$file, $id: signs as expected', async ({ file, password, index, expected }) => {
    const credential = readKeystore(read(file))[index];
    if (credential === undefined) throw new Error('no such credential');
    const signer = await unlock(credential, password);
    const signature = await signer.sign(new TextEncoder().encode('test'), 'SHA-256');
    const sha256 = createHash('sha256').update(signature).digest('hex');
    expect(sha256).toBe(expected.rsaSha256Pkcs1SignatureOfAsciiTestSha256);
    expect(signature).toHaveLength(expected.modulusBits / 8);
    expect(signer.certificate).toEqual(credential.certificate);
  });
});
