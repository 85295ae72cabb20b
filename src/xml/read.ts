import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import type { XmlAttribute, XmlElement } from './element.ts';
import { XmlError } from './error.ts';
import { isXmlText } from './escape.ts';
import { scan } from './scan.ts';

export type { XmlElement } from './element.ts';
export { XmlError, type XmlFault } from './error.ts';
export { attributeOf, child, children, descend, elementsOf, onlyChild, textOf } from './navigate.ts';
export { serialise } from './serialise.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';
const BYTE_ORDER_MARK = '\uFEFF';

/** Declarations in force at one place; a token answer has 12. Every element that adds to them copies them. */
const MOST_NAMESPACES = 64;

/**
 * Parses one XML document that came from outside and returns its root element.
 * A leading byte order mark is accepted. Refused are document types (so no entities but the five built in),
 * processing instructions, several roots, more nesting, parts or namespaces than any real document has, and anything
 * that the parser so much as warns about.
 * The caller caps the size.
 * @throws XmlError
 */
export function readXml(text: string): XmlElement {
  const source = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  scan(source);
  if (!isXmlText(source)) throw new XmlError('not-xml', 'illegal character');
  return toElement(parse(source), new Map([['xml', XML]]));
}

function parse(source: string): Element {
  const parser = new DOMParser({
    locator: false,
    // XML 1.0 section 2.11; the parser's own rule is that of XML 1.1, which would change text.
    normalizeLineEndings: (raw) => raw.replace(/\r\n?/g, '\n'),
    onError: (_level, message) => {
      throw new XmlError('not-xml', message);
    },
  });
  try {
    const root = parser.parseFromString(source, 'text/xml').documentElement;
    if (root !== null) return root;
  } catch (error) {
    throw new XmlError('not-xml', 'not well-formed', error);
  }
  throw new XmlError('not-xml', 'no element');
}

function toElement(node: Element, outer: ReadonlyMap<string, string>): XmlElement {
  const attributes: XmlAttribute[] = [];
  const declared: [prefix: string, namespace: string][] = [];
  for (const attribute of Array.from(node.attributes)) {
    if (attribute.namespaceURI === XMLNS) {
      declared.push([attribute.prefix === null ? '' : (attribute.localName ?? ''), attribute.value]);
    } else {
      attributes.push({ ...nameOf(attribute), value: legal(attribute.value) });
    }
  }
  const scope = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  if (scope.size > MOST_NAMESPACES) throw new XmlError('too-complex', 'namespace declarations');
  const content: (XmlElement | string)[] = [];
  for (let inner = node.firstChild; inner !== null; inner = inner.nextSibling) {
    if (isElement(inner)) content.push(toElement(inner, scope));
    else if (inner.nodeType === inner.TEXT_NODE || inner.nodeType === inner.CDATA_SECTION_NODE) {
      content.push(legal(inner.nodeValue ?? ''));
    }
  }
  return { ...nameOf(node), attributes, content, scope };
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE;
}

function nameOf(node: Pick<Element, 'namespaceURI' | 'localName' | 'prefix' | 'nodeName'>) {
  const prefix = node.prefix ?? '';
  const namespace = node.namespaceURI ?? '';
  if (prefix !== '' && namespace === '') throw new XmlError('not-xml', 'undeclared prefix');
  return { namespace, name: node.localName ?? node.nodeName, prefix };
}

/** A character reference can smuggle in what the source itself may not hold. */
function legal(text: string): string {
  if (!isXmlText(text)) throw new XmlError('not-xml', 'illegal character reference');
  return text;
}
