/** The definitions in a schema document: elements, complex types and simple types by name. */
import { children, type Element, onlyChild, parseXml, rootOf } from '../../soap/dom.ts';
import { builtInRule, simpleTypeRule, type TextRule, XS } from './simple.ts';

/** A complex type's content, and whether instances have to say which subtype they are. */
export interface ComplexType {
  /** `xs:sequence`; undefined for a type without content. */
  particle: Element | undefined;
  abstract: boolean;
  /** The type that this one extends. */
  base: string | undefined;
}

/** What a schema document defines. */
export interface Definitions {
  namespace: string;
  elements: ReadonlyMap<string, Element>;
  complexTypes: ReadonlyMap<string, ComplexType>;
  /** The rule of a simple type, built-in or defined here; undefined for any other name. */
  textRule(typeName: string): TextRule | undefined;
}

const BUILT_IN_PREFIX = 'xs:';

/** Reads a schema document whose prefix for XML Schema is `xs`. */
export function readDefinitions(xsd: string): Definitions {
  const schema = rootOf(parseXml(xsd));
  const named = (kind: string) =>
    children(schema, XS, kind).map((one): [string, Element] => [one.getAttribute('name') ?? '', one]);
  const simpleTypes = new Map(named('simpleType'));
  const rules = new Map<string, TextRule>();
  const complexTypes = new Map(
    named('complexType').map(([name, definition]) => [name, readComplexType(definition)]),
  );
  for (const { base } of complexTypes.values()) {
    if (base && complexTypes.get(base)?.particle) throw new TypeError(`${base} is extended but not empty`);
  }

  function textRule(typeName: string): TextRule | undefined {
    if (typeName.startsWith(BUILT_IN_PREFIX)) return builtInRule(typeName.slice(BUILT_IN_PREFIX.length));
    const definition = simpleTypes.get(typeName);
    const known = rules.get(typeName);
    if (known || !definition) return known;
    const rule = simpleTypeRule(definition, requireRule);
    rules.set(typeName, rule);
    return rule;
  }

  function requireRule(typeName: string): TextRule {
    const rule = textRule(typeName);
    if (!rule) throw new TypeError(`type not defined: ${typeName}`);
    return rule;
  }

  return {
    namespace: schema.getAttribute('targetNamespace') ?? '',
    elements: new Map(named('element')),
    complexTypes,
    textRule,
  };
}

function readComplexType(definition: Element): ComplexType {
  const extension = onlyChild(onlyChild(definition, XS, 'complexContent') ?? definition, XS, 'extension');
  return {
    particle: children(extension ?? definition)[0],
    abstract: definition.getAttribute('abstract') === 'true',
    base: extension?.getAttribute('base') ?? undefined,
  };
}
