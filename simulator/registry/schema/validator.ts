/**
 * A validator for the part of XML Schema that the Registry's contract uses: named types, sequences, choices, extension,
 * restriction, union, xsi:type, xsi:nil. It reads the XSD itself, so the contract is written down once. The tests hold it
 * against libxml2, whose WebAssembly build takes a fifth of a second for each document and so is too slow for the service.
 */
import { children, type Element } from '../../soap/dom.ts';
import { NS } from '../../soap/names.ts';
import { type ComplexType, type Definitions, readDefinitions } from './definitions.ts';
import { ContentModel } from './particles.ts';

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Reads a schema document; the result judges one element at a time. */
export function compileSchema(xsd: string): (element: Element) => string[] {
  const definitions = readDefinitions(xsd);
  const model = new ContentModel(definitions.namespace, checkElement);

  function checkElement(element: Element, declaration: Element): string[] {
    if (isNil(element)) return nilErrors(element, declaration);
    const typeName = instanceType(element, definitions) ?? declaration.getAttribute('type') ?? '';
    const complex = definitions.complexTypes.get(typeName);
    const content = complex ? checkContent(element, complex) : checkText(element, typeName);
    return [...attributeErrors(element), ...content];
  }

  function checkText(element: Element, typeName: string): string[] {
    if (children(element).length > 0) return [`${element.localName} must not contain elements.`];
    const rule = definitions.textRule(typeName);
    const complaint = rule ? rule(element.textContent ?? '') : 'is of an unknown type';
    return complaint ? [`${element.localName} ${complaint}.`] : [];
  }

  function checkContent(element: Element, { particle, abstract }: ComplexType): string[] {
    if (abstract) return [`${element.localName} does not say which type it is.`];
    if (hasText(element)) return [`${element.localName} must not contain text.`];
    const content = children(element);
    const progress = particle ? model.take(particle, content, 0) : { next: 0, errors: [] };
    if (!progress) return [`${element.localName} is not complete or not in order.`];
    const rest = content[progress.next];
    return rest
      ? [...progress.errors, `${rest.localName} is not expected there in ${element.localName}.`]
      : progress.errors;
  }

  return (element) => {
    const known = element.namespaceURI === definitions.namespace;
    const declaration = known ? definitions.elements.get(element.localName ?? '') : undefined;
    return declaration ? checkElement(element, declaration) : [`${element.localName} is not an operation.`];
  };
}

function isNil(element: Element): boolean {
  return ['true', '1'].includes(element.getAttributeNS(NS.schemaInstance, 'nil') ?? '');
}

function nilErrors(element: Element, declaration: Element): string[] {
  const allowed = declaration.getAttribute('nillable') === 'true' && element.textContent === '';
  return allowed ? [] : [`${element.localName} must not be nil.`];
}

/** The type that an instance claims by xsi:type; a name that no type has when it claims an unknown one. */
function instanceType(element: Element, { namespace, complexTypes }: Definitions): string | undefined {
  const value = element.getAttributeNS(NS.schemaInstance, 'type');
  if (!value) return undefined;
  const [prefix, local] = value.includes(':') ? value.split(':') : ['', value];
  const inNamespace = element.lookupNamespaceURI(prefix ?? '') === namespace;
  return inNamespace && local && complexTypes.has(local) ? local : `unknown type ${value}`;
}

/** No type of the contract has attributes, so only declarations and xsi:* may stand on an element. */
function attributeErrors(element: Element): string[] {
  return Array.from(element.attributes)
    .filter(({ namespaceURI }) => namespaceURI !== NS.schemaInstance && namespaceURI !== XMLNS)
    .map(({ name }) => `${element.localName} must not have the attribute ${name}.`);
}

function hasText(element: Element): boolean {
  return Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.nodeValue?.trim());
}
