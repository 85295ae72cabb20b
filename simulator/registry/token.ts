/** The token in a Registry request: decrypted, checked, and opened for the proof key and the ABN (protocol facts, c and e). */
import { constants, createSecretKey, type KeyObject, privateDecrypt } from 'node:crypto';
import { XMLSerializer } from '@xmldom/xmldom';
import { decrypt } from 'xml-encryption';
import type { RequestContext } from '../context.ts';
import { children, type Element, follow, isNamed, onlyChild, parseXml, rootOf, textOf } from '../soap/dom.ts';
import { insecure } from '../soap/faults.ts';
import { ALGORITHM, NS } from '../soap/names.ts';
import { CLOCK_TOLERANCE_MS } from '../soap/security-header.ts';
import { verifySignature } from '../soap/signature.ts';
import { ABN_CLAIM } from '../sts/claims.ts';
import { REGISTRY_AUDIENCES } from '../sts/relying-parties.ts';
import type { ServiceIdentity } from '../world.ts';

/** What the Registry learns from a token it believes. */
export interface VerifiedToken {
  assertionId: string;
  proofKey: KeyObject;
  /** Undefined when the client did not ask the STS for the claim. */
  abn: string | undefined;
}

/** Opens the one EncryptedData in a Security header. Throws `InvalidSecurity` unless the STS issued it for this Registry. */
export function openToken(security: Element, context: RequestContext): VerifiedToken {
  const [encrypted, second] = children(security, NS.encryption, 'EncryptedData');
  if (!encrypted) throw insecure('token-missing');
  if (second) throw insecure('token-repeated');
  const text = decryptElement(encrypted, context.world.registry);
  const assertion = parseAssertion(text);
  const assertionId = assertion.getAttribute('ID') ?? '';
  checkIssuer(text, assertion, assertionId, context.world.sts);
  checkConditions(assertion, context);
  return {
    assertionId,
    proofKey: proofKeyOf(assertion, context.world.registry),
    abn: claimOf(assertion, ABN_CLAIM),
  };
}

function decryptElement(encrypted: Element, registry: ServiceIdentity): string {
  const method = onlyChild(encrypted, NS.encryption, 'EncryptionMethod')?.getAttribute('Algorithm');
  if (method !== ALGORITHM.aes256Cbc) throw insecure('token-encryption-method');
  let plain: string | undefined;
  const options = {
    key: registry.privateKey,
    // AES-CBC is what the services agreed on, although the library counts it among the insecure.
    disallowDecryptionWithInsecureAlgorithm: false,
    warnInsecureAlgorithm: false,
  };
  // The library calls back before it returns.
  decrypt(new XMLSerializer().serializeToString(encrypted), options, (_error, result) => {
    plain = result;
  });
  if (plain === undefined) throw insecure('token-decryption');
  return plain;
}

function parseAssertion(text: string): Element {
  try {
    const root = rootOf(parseXml(text));
    if (isNamed(root, NS.saml, 'Assertion')) return root;
  } catch {
    // Garbage after decryption is refused like any other content that is not an assertion.
  }
  throw insecure('assertion-unreadable');
}

function checkIssuer(text: string, assertion: Element, id: string, sts: ServiceIdentity): void {
  const signature = onlyChild(assertion, NS.signature, 'Signature');
  if (!signature) throw insecure('assertion-unsigned');
  try {
    verifySignature({
      text,
      root: assertion,
      signature,
      key: sts.publicKey,
      signatureMethod: ALGORITHM.rsaSha256,
      digestMethod: ALGORITHM.sha256,
      transforms: [ALGORITHM.envelopedSignature, ALGORITHM.exclusiveC14n],
      signed: [{ element: assertion, id }],
    });
  } catch {
    throw insecure('assertion-signature');
  }
}

function checkConditions(assertion: Element, { now, environment }: RequestContext): void {
  const conditions = onlyChild(assertion, NS.saml, 'Conditions');
  const time = (name: string) => Date.parse(conditions?.getAttribute(name) ?? '');
  // Written so that a time that does not parse is refused too.
  if (!(time('NotBefore') <= now + CLOCK_TOLERANCE_MS)) throw insecure('token-not-yet-valid');
  if (!(time('NotOnOrAfter') > now)) throw insecure('token-expired');
  const audience = textOf(follow(conditions, [NS.saml, 'AudienceRestriction'], [NS.saml, 'Audience']));
  const own = environment ? REGISTRY_AUDIENCES[environment] : Object.values(REGISTRY_AUDIENCES).flat();
  if (!own.includes(audience)) throw insecure('token-audience');
}

function proofKeyOf(assertion: Element, registry: ServiceIdentity): KeyObject {
  const wrapped = follow(
    assertion,
    [NS.saml, 'Subject'],
    [NS.saml, 'SubjectConfirmation'],
    [NS.saml, 'SubjectConfirmationData'],
    [NS.signature, 'KeyInfo'],
    [NS.encryption, 'EncryptedKey'],
    [NS.encryption, 'CipherData'],
    [NS.encryption, 'CipherValue'],
  );
  const options = {
    key: registry.privateKey,
    padding: constants.RSA_PKCS1_OAEP_PADDING,
    oaepHash: 'sha1',
  };
  return createSecretKey(privateDecrypt(options, Buffer.from(textOf(wrapped), 'base64')));
}

function claimOf(assertion: Element, uri: string): string | undefined {
  const statement = onlyChild(assertion, NS.saml, 'AttributeStatement');
  const attributes = statement ? children(statement, NS.saml, 'Attribute') : [];
  const attribute = attributes.find((one) => one.getAttribute('Name') === uri);
  return attribute && textOf(onlyChild(attribute, NS.saml, 'AttributeValue'));
}
