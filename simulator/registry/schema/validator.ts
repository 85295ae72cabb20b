/**
 * A validator for the part of XML Schema that the Registry's contract uses: named types, sequences, choices, extension,
 * restriction, union, xsi:type, xsi:nil. It reads the XSD itself, so the contract is written down once. The tests hold it
 * against libxml2, whose WebAssembly build takes a fifth of a second for each document and so is too slow for the service.
 */
import { children, type Element, onlyChild, parseXml, rootOf } from '../../soap/dom.ts';
import { NS } from '../../soap/names.ts';
import { builtInRule, simpleTypeRule, type TextRule, XS } from './simple.ts';

/** A complex type's content and whether instances have to say which subtype they are. */
interface ComplexType {
  particle: Element | undefined;
  abstract: boolean;
}

/** How far a particle got in a list of elements, and what was wrong inside the elements it took. */
interface Progress {
  next: number;
  errors: string[];
}

/** Reads a schema document; the result judges one element at a time. */
export function compileSchema(xsd: string): (element: Element) => string[] {
  const schema = rootOf(parseXml(xsd));
  const namespace = schema.getAttribute('targetNamespace') ?? '';
  const named = (kind: string) =>
    new Map(
      children(schema, XS, kind).map((definition) => [definition.getAttribute('name') ?? '', definition]),
    );
  const elements = named('element');
  const complexTypes = new Map<string, ComplexType>(
    [...named('complexType')].map(([name, definition]) => [name, readComplexType(definition)]),
  );
  const simpleDefinitions = named('simpleType');
  const simpleRules = new Map<string, TextRule>();

  function ruleOf(typeName: string): TextRule {
    if (typeName.startsWith('xs:')) return builtInRule(typeName.slice(3));
    const known = simpleRules.get(typeName);
    if (known) return known;
    const definition = simpleDefinitions.get(typeName);
    if (!definition) throw new TypeError(`type not defined: ${typeName}`);
    const rule = simpleTypeRule(definition, ruleOf);
    simpleRules.set(typeName, rule);
    return rule;
  }

  function checkElement(element: Element, declaration: Element): string[] {
    const nil = element.getAttributeNS(NS.schemaInstance, 'nil');
    if (nil === 'true' || nil === '1') {
      const allowed = declaration.getAttribute('nillable') === 'true' && element.textContent === '';
      return allowed ? [] : [`${element.localName} must not be nil.`];
    }
    const typeName = instanceType(element) ?? declaration.getAttribute('type') ?? '';
    const complex = complexTypes.get(typeName);
    const attributes = foreignAttributes(element);
    if (!complex) return [...attributes, ...checkText(element, typeName)];
    if (complex.abstract) return [`${element.localName} does not say which type it is.`];
    return [...attributes, ...checkContent(element, complex)];
  }

  function checkText(element: Element, typeName: string): string[] {
    if (children(element).length > 0) return [`${element.localName} must not contain elements.`];
    const rule = typeName.startsWith('xs:') || simpleDefinitions.has(typeName) ? ruleOf(typeName) : undefined;
    const complaint = rule ? rule(element.textContent ?? '') : 'has an unknown type';
    return complaint ? [`${element.localName} ${complaint}.`] : [];
  }

  function checkContent(element: Element, { particle }: ComplexType): string[] {
    const stray = Array.from(element.childNodes).some(
      (node) => node.nodeType === 3 && node.nodeValue?.trim(),
    );
    if (stray) return [`${element.localName} must not contain text.`];
    const content = children(element);
    const progress = particle ? repeat(particle, content, 0) : { next: 0, errors: [] };
    if (!progress) return [`${element.localName} is not complete or not in order.`];
    const rest = content[progress.next];
    return rest
      ? [...progress.errors, `${rest.localName} is not expected there in ${element.localName}.`]
      : progress.errors;
  }

  /** Takes a particle as often as it may occur; undefined when it does not occur often enough. */
  function repeat(particle: Element, content: Element[], start: number): Progress | undefined {
    const least = Number(particle.getAttribute('minOccurs') ?? 1);
    const most = particle.getAttribute('maxOccurs') ?? '1';
    const limit = most === 'unbounded' ? Number.POSITIVE_INFINITY : Number(most);
    let at: Progress = { next: start, errors: [] };
    for (let count = 0; count < limit; count++) {
      const once = take(particle, content, at.next);
      if (!once) return count >= least ? at : undefined;
      const moved = once.next > at.next;
      at = { next: once.next, errors: [...at.errors, ...once.errors] };
      // A particle that may be empty would otherwise repeat without end.
      if (!moved) return at;
    }
    return at;
  }

  function take(particle: Element, content: Element[], start: number): Progress | undefined {
    if (particle.localName === 'element') {
      const candidate = content[start];
      if (candidate?.localName !== particle.getAttribute('name') || candidate.namespaceURI !== namespace) {
        return undefined;
      }
      return { next: start + 1, errors: checkElement(candidate, particle) };
    }
    const parts = children(particle);
    return particle.localName === 'choice' ? choose(parts, content, start) : inOrder(parts, content, start);
  }

  /** The alternative that takes most; an empty one only when no other fits. */
  function choose(parts: Element[], content: Element[], start: number): Progress | undefined {
    const fitting = parts.flatMap((part) => repeat(part, content, start) ?? []);
    return fitting.reduce<Progress | undefined>(
      (best, one) => (!best || one.next > best.next ? one : best),
      undefined,
    );
  }

  function inOrder(parts: Element[], content: Element[], start: number): Progress | undefined {
    let at: Progress = { next: start, errors: [] };
    for (const part of parts) {
      const next = repeat(part, content, at.next);
      if (!next) return undefined;
      at = { next: next.next, errors: [...at.errors, ...next.errors] };
    }
    return at;
  }

  function instanceType(element: Element): string | undefined {
    const value = element.getAttributeNS(NS.schemaInstance, 'type');
    if (!value) return undefined;
    const [prefix, local] = value.includes(':') ? value.split(':') : ['', value];
    const inNamespace = element.lookupNamespaceURI(prefix ?? '') === namespace;
    return inNamespace && local && complexTypes.has(local) ? local : `unknown type ${value}`;
  }

  return (element) => {
    const declaration =
      element.namespaceURI === namespace ? elements.get(element.localName ?? '') : undefined;
    return declaration ? checkElement(element, declaration) : [`${element.localName} is not an operation.`];
  };
}

function readComplexType(definition: Element): ComplexType {
  const extension = onlyChild(onlyChild(definition, XS, 'complexContent') ?? definition, XS, 'extension');
  return {
    particle: children(extension ?? definition)[0],
    abstract: definition.getAttribute('abstract') === 'true',
  };
}

/** No type of the contract has attributes, so only declarations and xsi:* may stand on an element. */
function foreignAttributes(element: Element): string[] {
  return Array.from(element.attributes)
    .filter(
      ({ namespaceURI }) =>
        namespaceURI !== NS.schemaInstance && namespaceURI !== 'http://www.w3.org/2000/xmlns/',
    )
    .map(({ name }) => `${element.localName} must not have the attribute ${name}.`);
}
