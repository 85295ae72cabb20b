import { beforeAll, describe, expect, it } from 'vitest';
import { type IssuedKeystore, issueKeystore } from '../../simulator/issuer/index.ts';
import { hex, readAsn1 } from '../../src/crypto/index.ts';
import { type Credential, readKeystore, unlock } from '../../src/keystore/index.ts';
import { der, integer, oid, sequence, set } from '../support/der.ts';
import { onlyCredential, PASSWORD, problem, withBytes, withElement } from './support.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** A bag of certificates in DER, in this order. */
function bag(certificates: readonly Uint8Array[]): Buffer {
  const content = sequence(oid('1.2.840.113549.1.7.1'));
  const signedData = sequence(integer(1), set(), content, der(0xa0, ...certificates), set());
  return sequence(oid(SIGNED_DATA), der(0xa0, signedData));
}

describe('the credential’s own certificate', () => {
  let issued: IssuedKeystore;
  let original: Credential;
  /** The store with its three certificates in reverse: root, sub authority, own. */
  let reversed: string;
  beforeAll(async () => {
    issued = await issueKeystore({ credentials: [{ abn: '51824753556', name: 'Front desk' }] });
    original = onlyCredential(issued.xml);
    reversed = withBytes(issued.xml, 'publicCertificate', () =>
      bag([...original.chain].reverse().concat(original.certificate)),
    );
  });

  const withoutHints = (xml: string) =>
    withElement(withElement(xml, 'serialNumber', null), 'sha1fingerprint', null);

  it('is found by its serial number, wherever it lies', () => {
    const credential = onlyCredential(withElement(reversed, 'sha1fingerprint', null));
    expect(credential).toMatchObject({ chosenBy: 'serial number', fingerprint: original.fingerprint });
    expect(credential.chain.map(hex)).toEqual([...original.chain].reverse().map(hex));
  });

  it('is found by a serial number with leading zeros', () => {
    const padded = withElement(reversed, 'serialNumber', `000${original.serialNumber}`);
    expect(onlyCredential(padded)).toMatchObject({
      chosenBy: 'serial number',
      fingerprint: original.fingerprint,
    });
  });

  it.each([null, '1', 'not a number'])(
    'is found by its fingerprint when the serial number is %s',
    (serial) => {
      const credential = onlyCredential(withElement(reversed, 'serialNumber', serial));
      expect(credential).toMatchObject({ chosenBy: 'fingerprint', fingerprint: original.fingerprint });
    },
  );

  it('is told by the fingerprint if two have the same serial number', async () => {
    const twin = await issueKeystore({ credentials: [{ abn: '53004085616', name: 'Twin' }] });
    const twinCertificate = sameSerial(onlyCredential(twin.xml).certificate, original.certificate);
    const xml = withBytes(issued.xml, 'publicCertificate', () =>
      bag([twinCertificate, original.certificate]),
    );
    expect(onlyCredential(xml)).toMatchObject({
      chosenBy: 'serial number',
      fingerprint: original.fingerprint,
    });
  });

  it('is assumed to be the one that issued no other, if nothing tells', () => {
    expect(onlyCredential(withoutHints(reversed))).toMatchObject({
      chosenBy: 'assumed',
      fingerprint: original.fingerprint,
    });
  });

  it('is settled by the key, if it was only assumed', async () => {
    const stranger = await issueKeystore({ credentials: [{ abn: '53004085616', name: 'Stranger' }] });
    const strangers = onlyCredential(stranger.xml).certificate;
    const xml = withoutHints(
      withBytes(issued.xml, 'publicCertificate', () => bag([strangers, original.certificate])),
    );
    const credential = onlyCredential(xml);
    expect(credential.fingerprint).not.toBe(original.fingerprint);
    const { credential: identity, certificate } = await unlock(credential, PASSWORD);
    expect(identity).toMatchObject({ fingerprint: original.fingerprint, validTo: original.validTo });
    expect(certificate).toEqual(original.certificate);
  });

  it('is missing if the key fits none of those that are there', async () => {
    const xml = withBytes(issued.xml, 'publicCertificate', () => bag(original.chain));
    const credential = onlyCredential(xml);
    expect(credential.chosenBy).toBe('assumed');
    await expect(unlock(credential, PASSWORD)).rejects.toThrow(
      problem('CREDENTIAL_NO_LEAF', { id: original.id }),
    );
  });

  it('is missing if there are no certificates', () => {
    const xml = withBytes(issued.xml, 'publicCertificate', () => bag([]));
    expect(() => readKeystore(xml)).toThrow(problem('CREDENTIAL_NO_LEAF', { id: original.id }));
  });

  it('is not looked for among more certificates than any store has', () => {
    const many = Array.from({ length: 17 }, () => original.certificate);
    const xml = withBytes(issued.xml, 'publicCertificate', () => bag(many));
    expect(() => readKeystore(xml)).toThrow(problem('KEYSTORE_DAMAGED', { part: 'publicCertificate' }));
  });
});

/** The certificate with the other one's serial number; both are of the same length. */
function sameSerial(certificate: Uint8Array, other: Uint8Array): Uint8Array {
  const serialOf = (bytes: Uint8Array) => readAsn1(bytes).children[0]?.children[1]?.bytes ?? new Uint8Array();
  const changed = Buffer.from(certificate);
  changed.set(serialOf(other), changed.indexOf(serialOf(certificate)));
  return changed;
}
