import { Problem } from '../problems/index.ts';
import { ENCRYPTION_URI, SECURITY, UTILITY } from '../soap/index.ts';
import { attributeOf, child, descend, elementsOf, serialise, textOf, type XmlElement } from '../xml/index.ts';
import { SAML_2_URI, TRUST } from './namespaces.ts';
import { SYMMETRIC_KEY } from './rst.ts';

/** What is taken from a RequestSecurityTokenResponse; the token before its key is imported. */
export interface IssuedToken {
  readonly encryptedData: string;
  readonly reference: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** The proof key in base64. */
  readonly binarySecret: string;
}

/** What one working client assumes of an answer without Lifetime (dossier c). */
const ASSUMED_LIFETIME_MS = 30 * 60_000;

/**
 * Reads the answer to a token request. Everything is reached by its path: EncryptedData may hold another
 * SecurityTokenReference, and Entropy another BinarySecret (dossier c).
 * @throws Problem STS_ANSWER_UNEXPECTED, STS_KEY_UNSUPPORTED
 */
export function readTokenResponse(content: XmlElement, now: number): IssuedToken {
  const response = responseIn(content);
  return {
    encryptedData: serialise(encryptedDataIn(response)),
    reference: serialise(
      descend(
        response,
        [TRUST.uri, 'RequestedAttachedReference'],
        [SECURITY.uri, 'SecurityTokenReference'],
      ) ?? unexpected('RequestedAttachedReference'),
    ),
    ...lifetimeOf(response, now),
    binarySecret: binarySecretIn(response),
  };
}

/** WS-Trust 1.3 answers with a collection of one; some services leave the collection out. */
function responseIn(content: XmlElement): XmlElement {
  const isNamed = (name: string) => content.namespace === TRUST.uri && content.name === name;
  if (isNamed('RequestSecurityTokenResponse')) return content;
  if (!isNamed('RequestSecurityTokenResponseCollection')) return unexpected(content.name);
  return descend(content, [TRUST.uri, 'RequestSecurityTokenResponse']) ?? unexpected(content.name);
}

/** Inside EncryptedAssertion for SAML 2.0, by itself for SAML 1.1. */
function encryptedDataIn(response: XmlElement): XmlElement {
  const part = 'RequestedSecurityToken';
  const requested = child(response, TRUST.uri, part) ?? unexpected(part);
  return (
    descend(requested, [SAML_2_URI, 'EncryptedAssertion'], [ENCRYPTION_URI, 'EncryptedData']) ??
    descend(requested, [ENCRYPTION_URI, 'EncryptedData']) ??
    unexpected(part)
  );
}

function binarySecretIn(response: XmlElement): string {
  const part = 'RequestedProofToken';
  const proof = child(response, TRUST.uri, part) ?? unexpected(part);
  const secret = descend(proof, [TRUST.uri, 'BinarySecret']);
  if (secret === undefined) {
    const [other] = elementsOf(proof);
    if (other === undefined) return unexpected(part);
    throw new Problem('STS_KEY_UNSUPPORTED', { kind: other.name });
  }
  const type = attributeOf(secret, null, 'Type') ?? SYMMETRIC_KEY;
  if (type !== SYMMETRIC_KEY) throw new Problem('STS_KEY_UNSUPPORTED', { kind: type });
  return textOf(secret);
}

function lifetimeOf(response: XmlElement, now: number): Pick<IssuedToken, 'issuedAt' | 'expiresAt'> {
  const lifetime = child(response, TRUST.uri, 'Lifetime');
  const created = lifetime && child(lifetime, UTILITY.uri, 'Created');
  const expires = lifetime && child(lifetime, UTILITY.uri, 'Expires');
  const issuedAt = created ? timeOf(created) : now;
  return { issuedAt, expiresAt: expires ? timeOf(expires) : issuedAt + ASSUMED_LIFETIME_MS };
}

/** An xs:dateTime, cut to the milliseconds that every engine reads; without a zone it is UTC (WS-Security 1.1 section 10). */
function timeOf(element: XmlElement): number {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d:\d\d)?$/.exec(
    textOf(element).trim(),
  );
  const time = parts ? Date.parse(`${parts[1]}${parts[2] ?? ''}${parts[3] ?? 'Z'}`) : Number.NaN;
  return Number.isNaN(time) ? unexpected('Lifetime') : time;
}

function unexpected(part: string): never {
  throw new Problem('STS_ANSWER_UNEXPECTED', { part });
}
