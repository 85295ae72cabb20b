import { base64Encode, digest, type HashName } from '../crypto/index.ts';
import { attribute, canonical, element, type Markup, type MarkupContent } from '../xml/index.ts';
import { SIGNATURE } from './namespaces.ts';

const EXCLUSIVE_C14N = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Which algorithms a signature uses, by their XML Signature names. */
export interface SignatureAlgorithms {
  readonly signature: string;
  readonly digest: string;
  /** The hash of both. */
  readonly hash: HashName;
}

/** An element of the message that the signature covers, and the Id it carries. */
export interface SignedPart {
  readonly id: string;
  readonly markup: Markup;
}

/**
 * A detached XML signature (XML Signature 1.0) over parts of the same message.
 * `sign` gets the canonical bytes of SignedInfo; `keyInfo` says which key it was.
 */
export async function signature(
  parts: readonly SignedPart[],
  algorithms: SignatureAlgorithms,
  sign: (bytes: Uint8Array) => Promise<Uint8Array>,
  keyInfo: MarkupContent,
): Promise<Markup> {
  const references = await Promise.all(parts.map((part) => reference(part, algorithms)));
  const signedInfo = element(
    SIGNATURE,
    'SignedInfo',
    [],
    algorithm('CanonicalizationMethod', EXCLUSIVE_C14N),
    algorithm('SignatureMethod', algorithms.signature),
    ...references,
  );
  const value = base64Encode(await sign(bytesOf(signedInfo)));
  return element(
    SIGNATURE,
    'Signature',
    [],
    signedInfo,
    element(SIGNATURE, 'SignatureValue', [], value),
    element(SIGNATURE, 'KeyInfo', [], keyInfo),
  );
}

async function reference({ id, markup }: SignedPart, algorithms: SignatureAlgorithms): Promise<Markup> {
  const value = base64Encode(await digest(algorithms.hash, bytesOf(markup)));
  return element(
    SIGNATURE,
    'Reference',
    [attribute('URI', `#${id}`)],
    element(SIGNATURE, 'Transforms', [], algorithm('Transform', EXCLUSIVE_C14N)),
    algorithm('DigestMethod', algorithms.digest),
    element(SIGNATURE, 'DigestValue', [], value),
  );
}

function algorithm(name: string, uri: string): Markup {
  return element(SIGNATURE, name, [attribute('Algorithm', uri)]);
}

function bytesOf(markup: Markup): Uint8Array {
  return new TextEncoder().encode(canonical(markup));
}
