/**
 * XML Signature, verified by xml-crypto. Its own checks are narrow, so this file first checks what the library leaves to
 * its caller: which algorithms, which elements, and that nothing else is signed in their place.
 */
import type { KeyObject } from 'node:crypto';
import { XMLSerializer } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { children, descendants, type Element, isNamed, onlyChild, textOf } from './dom.ts';
import { insecure } from './faults.ts';
import { ALGORITHM, NS } from './names.ts';

/** What a valid signature must look like. */
export interface SignatureRule {
  /** The whole message or document, as text. */
  text: string;
  root: Element;
  signature: Element;
  /** A public key for RSA, a secret key for HMAC. */
  key: KeyObject;
  signatureMethod: string;
  digestMethod: string;
  /** Exactly these elements have to be signed. */
  signed: readonly { element: Element; id: string }[];
  /** Transforms of each reference; exclusive canonicalisation alone when left out. */
  transforms?: readonly string[];
}

/** Throws `InvalidSecurity` with the precise cause unless the signature follows the rule and is right. */
export function verifySignature(rule: SignatureRule): void {
  const signedInfo = onlyChild(rule.signature, NS.signature, 'SignedInfo');
  if (!signedInfo) throw insecure('signed-info');
  checkMethods(signedInfo, rule);
  checkReferences(signedInfo, rule);
  checkCryptography(rule);
}

/** The wsu:Id of an element; empty when it has none. */
export const wsuId = (element: Element): string => element.getAttributeNS(NS.utility, 'Id') ?? '';

function checkMethods(signedInfo: Element, { signatureMethod }: SignatureRule): void {
  const canonicalization = onlyChild(signedInfo, NS.signature, 'CanonicalizationMethod');
  if (algorithmOf(canonicalization) !== ALGORITHM.exclusiveC14n) throw insecure('canonicalization-method');
  const method = onlyChild(signedInfo, NS.signature, 'SignatureMethod');
  if (algorithmOf(method) !== signatureMethod) throw insecure('signature-method');
  // HMACOutputLength would allow a signature of a few bits.
  if (method && children(method).length > 0) throw insecure('signature-method');
}

function checkReferences(signedInfo: Element, rule: SignatureRule): void {
  const references = children(signedInfo, NS.signature, 'Reference');
  for (const reference of references) {
    const transforms = onlyChild(reference, NS.signature, 'Transforms');
    const algorithms = transforms ? children(transforms, NS.signature, 'Transform').map(algorithmOf) : [];
    if (algorithms.join() !== (rule.transforms ?? [ALGORITHM.exclusiveC14n]).join()) {
      throw insecure('transforms');
    }
    if (algorithmOf(onlyChild(reference, NS.signature, 'DigestMethod')) !== rule.digestMethod) {
      throw insecure('digest-method');
    }
  }
  const signedIds = references.map((reference) => (reference.getAttribute('URI') ?? '').replace(/^#/, ''));
  const expectedIds = rule.signed.map(({ id }) => id);
  for (const id of signedIds) {
    if (descendants(rule.root, (element) => hasId(element, id)).length > 1) throw insecure('duplicate-id');
  }
  if (expectedIds.some((id) => id === '') || !sameMembers(signedIds, expectedIds)) {
    throw insecure('signed-parts');
  }
}

function checkCryptography({ text, signature, key }: SignatureRule): void {
  const verifier = new SignedXml({ publicCert: key });
  if (key.type === 'secret') verifier.enableHMAC();
  try {
    verifier.loadSignature(new XMLSerializer().serializeToString(signature));
    if (!verifier.checkSignature(text)) throw insecure('digest-mismatch');
  } catch (error) {
    if (error instanceof Error && /signature value .* is incorrect/s.test(error.message)) {
      throw insecure('signature-value');
    }
    throw error instanceof Error && 'fault' in error ? error : insecure('signature-unreadable');
  }
}

function algorithmOf(element: Element | undefined): string {
  return element?.getAttribute('Algorithm') ?? '';
}

/** Whether any attribute that could act as an identifier holds `id`. */
function hasId(element: Element, id: string): boolean {
  return Array.from(element.attributes).some(
    (attribute) => attribute.localName?.toLowerCase() === 'id' && attribute.value === id,
  );
}

function sameMembers(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && [...left].sort().join('\n') === [...right].sort().join('\n');
}

/** The reference inside KeyInfo: `o:SecurityTokenReference` with its one child. */
export function keyInfoReference(signature: Element): Element | undefined {
  const keyInfo = onlyChild(signature, NS.signature, 'KeyInfo');
  const reference = onlyChild(keyInfo, NS.security, 'SecurityTokenReference');
  const [child, second] = reference ? children(reference) : [];
  return second ? undefined : child;
}

/** The text of `o:KeyIdentifier` or the URI of `o:Reference` that KeyInfo holds, when it is of that kind. */
export function keyInfoValue(signature: Element, kind: 'KeyIdentifier' | 'Reference'): string {
  const child = keyInfoReference(signature);
  if (!child || !isNamed(child, NS.security, kind)) return '';
  return kind === 'KeyIdentifier' ? textOf(child) : (child.getAttribute('URI') ?? '');
}
