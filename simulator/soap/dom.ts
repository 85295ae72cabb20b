/** Reading XML: strict parsing, and navigation by namespace and local name. */
import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';

export type { Document, Element } from '@xmldom/xmldom';

/** Thrown when a text is not XML, or is XML with a document type. */
export class NotXml extends Error {}

/** Parses a whole document. Throws {@link NotXml} on any parser complaint and on every DOCTYPE. */
export function parseXml(text: string): Document {
  if (/<!DOCTYPE/i.test(text)) throw new NotXml('doctype');
  let document: Document;
  try {
    document = new DOMParser({
      onError: (_level, message) => {
        throw new NotXml(message);
      },
    }).parseFromString(text, 'text/xml');
  } catch (error) {
    throw new NotXml('not-well-formed', { cause: error });
  }
  if (!document.documentElement) throw new NotXml('empty');
  return document;
}

/** The document's one top element. */
export function rootOf(document: Document): Element {
  if (!document.documentElement) throw new NotXml('empty');
  return document.documentElement;
}

/** Child elements, all of them or those of one name, in document order. */
export function children(parent: Element, namespace?: string, localName?: string): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = parent.firstChild; node; node = node.nextSibling) {
    if (isElement(node) && (namespace === undefined || isNamed(node, namespace, localName))) found.push(node);
  }
  return found;
}

/** The only child element of that name; undefined when there is none, or more than one. */
export function onlyChild(
  parent: Element | undefined,
  namespace: string,
  localName: string,
): Element | undefined {
  if (!parent) return undefined;
  const [first, second] = children(parent, namespace, localName);
  return second ? undefined : first;
}

/** Follows a path of only children, e.g. `follow(body, [NS.trust, 'Claims'], [NS.identity, 'ClaimType'])`. */
export function follow(from: Element | undefined, ...steps: [string, string][]): Element | undefined {
  return steps.reduce<Element | undefined>((at, [namespace, name]) => onlyChild(at, namespace, name), from);
}

/** Every element below `from`, itself included, that the test accepts. */
export function descendants(from: Element, accepts: (element: Element) => boolean): Element[] {
  const here = accepts(from) ? [from] : [];
  return [...here, ...children(from).flatMap((child) => descendants(child, accepts))];
}

/** Whether an element is of that namespace and, if one is given, of that local name. */
export function isNamed(element: Element, namespace: string, localName?: string): boolean {
  return element.namespaceURI === namespace && (localName === undefined || element.localName === localName);
}

/** Text content without surrounding white space; empty for a missing element. */
export const textOf = (element: Element | undefined): string => (element?.textContent ?? '').trim();

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
