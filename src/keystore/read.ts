import { Problem } from '../problems/index.ts';
import {
  attributeOf,
  child,
  children,
  readXml,
  type XmlElement,
  XmlError,
  type XmlFault,
} from '../xml/index.ts';
import { type Credential, MACHINE_CREDENTIAL } from './credential.ts';
import { NAMESPACE, readCredential } from './read-credential.ts';

/** Larger files are not keystores: one credential takes about 10 kB. The host has the same limit. */
export const KEYSTORE_LIMIT_BYTES = 512 * 1024;

const XML_PROBLEMS = {
  'not-xml': 'KEYSTORE_NOT_XML',
  doctype: 'KEYSTORE_DOCTYPE',
  truncated: 'KEYSTORE_TRUNCATED',
  'too-complex': 'KEYSTORE_NOT_XML',
} as const satisfies Record<XmlFault, string>;

/**
 * The credentials of a keystore file, in its order. Needs no password.
 *
 * Credentials of the AUSkey era are listed, so that a page can say what they are, unless they are beyond reading:
 * they must not stand in the way of a machine credential. If the file holds no others, that is the problem.
 *
 * Throws the problems KEYSTORE_TOO_LARGE, KEYSTORE_NOT_XML, KEYSTORE_DOCTYPE, KEYSTORE_TRUNCATED, KEYSTORE_OTHER_XML,
 * KEYSTORE_EMPTY, KEYSTORE_DAMAGED, CREDENTIAL_NO_LEAF and CREDENTIAL_NOT_MACHINE.
 */
export function readKeystore(xml: string): Credential[] {
  if (new TextEncoder().encode(xml).length > KEYSTORE_LIMIT_BYTES) throw new Problem('KEYSTORE_TOO_LARGE');
  const elements = credentialElements(readStore(xml));
  if (elements.length === 0) throw new Problem('KEYSTORE_EMPTY');
  const oldTypes = elements.flatMap(oldType);
  if (oldTypes.length === elements.length)
    throw new Problem('CREDENTIAL_NOT_MACHINE', { type: oldTypes.join(', ') });
  return elements.flatMap((element) =>
    oldType(element).length > 0 ? readIfPossible(element) : readCredential(element),
  );
}

function readStore(xml: string): XmlElement {
  try {
    const root = readXml(xml);
    if (root.namespace === NAMESPACE && root.name === 'credentialStore') return root;
    throw new Problem('KEYSTORE_OTHER_XML', { root: root.name });
  } catch (error) {
    if (error instanceof XmlError) throw new Problem(XML_PROBLEMS[error.fault], {}, error);
    throw error;
  }
}

function credentialElements(store: XmlElement): XmlElement[] {
  const list = child(store, NAMESPACE, 'credentials');
  return list ? children(list, NAMESPACE, 'credential') : [];
}

/** The type of a credential that is not a machine credential; none for one that is, or that has no type at all. */
function oldType(credential: XmlElement): string[] {
  const type = attributeOf(credential, null, 'credentialType') || MACHINE_CREDENTIAL;
  return type === MACHINE_CREDENTIAL ? [] : [type];
}

function readIfPossible(element: XmlElement): Credential[] {
  try {
    return [readCredential(element)];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
