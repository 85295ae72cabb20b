/** Simple types of XML Schema: the built-in ones that the Registry uses, and restrictions of them. */
import { children, type Element, onlyChild } from '../../soap/dom.ts';

export const XS = 'http://www.w3.org/2001/XMLSchema';

/** Says what is wrong with a text, or nothing. */
export type TextRule = (text: string) => string | undefined;

/** XML Schema part 2, 3.2.7.3: up to fourteen hours. */
const TIME_ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';

/** A day of the years 0001 to 9999; the type goes further in both directions, births and cards do not. */
const DAY = '((?!0000)\\d{4}-\\d\\d-\\d\\d)';
const TIME_OF_DAY = '(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?';

/** Lexical forms after white space is collapsed; a date has to exist in the calendar too. */
const BUILT_IN: Record<string, TextRule> = {
  string: () => undefined,
  boolean: (text) => lexical(/^(true|false|1|0)$/, 'a boolean')(collapse(text)),
  int: (text) => {
    const value = /^[+-]?\d+$/.test(collapse(text)) ? Number(text) : Number.NaN;
    return value >= -(2 ** 31) && value < 2 ** 31 ? undefined : 'is not an int';
  },
  date: calendar(new RegExp(`^${DAY}${TIME_ZONE}$`), '', 'a date'),
  gYearMonth: calendar(new RegExp(`^((?!0000)\\d{4}-\\d\\d)${TIME_ZONE}$`), '-01', 'a year and month'),
  dateTime: calendar(new RegExp(`^${DAY}T${TIME_OF_DAY}${TIME_ZONE}$`), '', 'a dateTime'),
};

type Facet = (value: string) => TextRule;

const FACETS: Record<string, Facet> = {
  length: (value) => (text) => (size(text) === Number(value) ? undefined : `must have ${value} characters`),
  minLength: (value) => (text) =>
    size(text) >= Number(value) ? undefined : `must have at least ${value} characters`,
  maxLength: (value) => (text) =>
    size(text) <= Number(value) ? undefined : `must have at most ${value} characters`,
  maxInclusive: (value) => (text) => (Number(text) <= Number(value) ? undefined : `must be at most ${value}`),
  pattern: (value) => lexical(new RegExp(`^(?:${value})$`, 'u'), `of the pattern ${value}`),
};

/** The rule of `xs:NAME`. Throws on a built-in type that the schema has no business to use. */
export function builtInRule(name: string): TextRule {
  const rule = BUILT_IN[name];
  if (!rule) throw new TypeError(`built-in type not supported: ${name}`);
  return rule;
}

/** The rule of an `xs:simpleType` element: a restriction with facets, or a union. */
export function simpleTypeRule(definition: Element, ruleOf: (typeName: string) => TextRule): TextRule {
  const union = onlyChild(definition, XS, 'union');
  if (union) {
    const members = (union.getAttribute('memberTypes') ?? '').split(' ').map(ruleOf);
    return (text) => (members.some((rule) => !rule(text)) ? undefined : members[0]?.(text));
  }
  const restriction = onlyChild(definition, XS, 'restriction');
  if (!restriction) throw new TypeError('a simple type is a restriction or a union');
  const facets = children(restriction);
  const choices = facets.filter((facet) => facet.localName === 'enumeration').map(facetValue);
  const rules = [
    ruleOf(restriction.getAttribute('base') ?? ''),
    ...facets.filter((facet) => facet.localName !== 'enumeration').map(facetRule),
    ...(choices.length > 0
      ? [(text: string) => (choices.includes(text) ? undefined : `is not one of ${choices.join(', ')}`)]
      : []),
  ];
  return (text) => rules.map((rule) => rule(text)).find((complaint) => complaint !== undefined);
}

function facetRule(element: Element): TextRule {
  const facet = FACETS[element.localName ?? ''];
  if (!facet) throw new TypeError(`facet not supported: ${element.localName}`);
  return facet(facetValue(element));
}

const facetValue = (facet: Element): string => facet.getAttribute('value') ?? '';

/** Schema lengths count characters, not UTF-16 units. */
const size = (text: string): number => [...text].length;

/** XML Schema part 2, 4.3.6, for values that hold no white space inside; a no-break space is not white space in XML. */
const collapse = (text: string): string => text.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');

function lexical(form: RegExp, description: string): TextRule {
  return (text) => (form.test(text) ? undefined : `is not ${description}`);
}

function calendar(form: RegExp, suffix: string, description: string): TextRule {
  return (text) => {
    const day = (form.exec(collapse(text))?.[1] ?? '') + suffix;
    const time = Date.parse(`${day}T00:00:00Z`);
    const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
    return exists ? undefined : `is not ${description}`;
  };
}
