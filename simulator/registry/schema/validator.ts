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

/** What XML Schema lets stand on any element (part 1, 2.6). */
const INSTANCE_ATTRIBUTES = ['type', 'nil', 'schemaLocation', 'noNamespaceSchemaLocation'];

/** Reads a schema document; the result judges one element at a time. */
export function compileSchema(xsd: string): (element: Element) => string[] {
  const definitions = readDefinitions(xsd);
  const model = new ContentModel(definitions.namespace, checkElement);

  function checkElement(element: Element, declaration: Element): string[] {
    return [
      ...attributeErrors(element),
      ...nilErrors(element, declaration),
      ...typeErrors(element, declaration),
    ];
  }

  function typeErrors(element: Element, declaration: Element): string[] {
    if (isNil(element)) return [];
    const typeName = typeOf(element, declaration, definitions);
    if (typeName === undefined) return [`${element.localName} is not of the type it names.`];
    const complex = definitions.complexTypes.get(typeName);
    return complex ? checkContent(element, complex) : checkText(element, typeName);
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

/** An element that cannot be nil may not even say that it is not. */
function nilErrors(element: Element, declaration: Element): string[] {
  if (!element.hasAttributeNS(NS.schemaInstance, 'nil')) return [];
  const allowed = declaration.getAttribute('nillable') === 'true';
  const empty = !isNil(element) || element.textContent === '';
  return allowed && empty ? [] : [`${element.localName} must not be nil.`];
}

/** The declared type, or the one that xsi:type names; undefined when that neither is the declared one nor extends it. */
function typeOf(
  element: Element,
  declaration: Element,
  { namespace, complexTypes }: Definitions,
): string | undefined {
  const declared = declaration.getAttribute('type') ?? '';
  const named = element.getAttributeNS(NS.schemaInstance, 'type');
  if (!named) return declared;
  const [prefix = '', local = ''] = named.includes(':') ? named.split(':') : ['', named];
  if (element.lookupNamespaceURI(prefix) !== namespace) return undefined;
  return local === declared || complexTypes.get(local)?.base === declared ? local : undefined;
}

/** No type of the contract has attributes. */
function attributeErrors(element: Element): string[] {
  return Array.from(element.attributes)
    .filter(({ namespaceURI }) => namespaceURI !== XMLNS)
    .filter(
      ({ namespaceURI, localName }) =>
        namespaceURI !== NS.schemaInstance || !INSTANCE_ATTRIBUTES.includes(localName ?? ''),
    )
    .map(({ name }) => `${element.localName} must not have the attribute ${name}.`);
}

/** Text or CDATA other than white space; CDATA is character data even if it holds white space alone. */
function hasText(element: Element): boolean {
  return Array.from(element.childNodes).some(
    (node) =>
      node.nodeType === node.CDATA_SECTION_NODE ||
      (node.nodeType === node.TEXT_NODE && /[^\t\n\r ]/.test(node.nodeValue ?? '')),
  );
}
