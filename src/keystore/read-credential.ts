import { Asn1Error, Base64Error, base64Decode, readAsn1 } from '../crypto/index.ts';
import { Problem } from '../problems/index.ts';
import { attributeOf, onlyChild, textOf, type XmlElement } from '../xml/index.ts';
import type { Certificate } from './certificate.ts';
import { readCertificates } from './certificates.ts';
import { type Credential, identityFrom } from './credential.ts';
import { chooseLeaf } from './leaf.ts';

/** The namespace of every element of a keystore. */
export const NAMESPACE = 'http://auth.abr.gov.au/credential/xsd/SBRCredentialStore';

const ABN = /^\d{11}$/;

/**
 * Reads one <credential>. Its dates, salts and integrity value are not used: the certificate and the encrypted key
 * say the same, reliably. Throws the problems KEYSTORE_DAMAGED, naming the part, and CREDENTIAL_NO_LEAF.
 */
export function readCredential(element: XmlElement): Credential {
  const id = attributeOf(element, null, 'id') ?? '';
  const part = partReader(element, id);
  const certificates = part('publicCertificate', (text) => readCertificates(base64Decode(text)));
  const leaf = chooseLeaf(certificates, {
    serialNumber: optional(element, 'serialNumber'),
    fingerprint: fingerprintHint(element),
  });
  if (leaf === undefined) throw new Problem('CREDENTIAL_NO_LEAF', { id });
  return {
    id: id || damaged(id, 'id'),
    type: attributeOf(element, null, 'credentialType') || damaged(id, 'credentialType'),
    abn: part('abn', readAbn),
    name: part('name1', (text) => text),
    legalName: optional(element, 'legalName') ?? '',
    ...identityFrom(leaf.certificate),
    chosenBy: leaf.chosenBy,
    chain: othersThan(leaf.certificate, certificates),
    protectedPrivateKey: part('protectedPrivateKey', readProtectedKey),
  };
}

/** Reads parts that must be there; one that is missing, damaged or read as null is the problem KEYSTORE_DAMAGED. */
function partReader(element: XmlElement, id: string) {
  return <Value>(name: string, read: (text: string) => Value | null): Value => {
    const text = optional(element, name);
    return (text === null ? null : readOrNull(text, read)) ?? damaged(id, name);
  };
}

/** What `read` makes of the text; null if it is not the base64 or ASN.1 that it should be. */
function readOrNull<Value>(text: string, read: (text: string) => Value | null): Value | null {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Base64Error || error instanceof Asn1Error) return null;
    throw error;
  }
}

/** A part's text without the white space around it; null if the part is missing, empty or there twice. */
function optional(element: XmlElement, name: string): string | null {
  const part = onlyChild(element, NAMESPACE, name);
  return (part && textOf(part).trim()) || null;
}

/** The fingerprint is a hint only: a damaged one is as good as none. */
function fingerprintHint(element: XmlElement): Uint8Array | null {
  const text = optional(element, 'sha1fingerprint');
  return text === null ? null : readOrNull(text, base64Decode);
}

function readAbn(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  return ABN.test(digits) ? digits : null;
}

/** The encrypted key, which must be ASN.1; how it is encrypted is looked at when it is opened. */
function readProtectedKey(text: string): Uint8Array {
  return readAsn1(base64Decode(text)).bytes;
}

function othersThan(leaf: Certificate, certificates: readonly Certificate[]): Uint8Array[] {
  return certificates.filter((certificate) => certificate !== leaf).map(({ der }) => der);
}

function damaged(id: string, part: string): never {
  throw new Problem('KEYSTORE_DAMAGED', { id, part });
}
