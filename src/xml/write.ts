import { Problem } from '../problems/index.ts';
import { escapeAttribute, escapeText, isXmlText } from './escape.ts';

/** A namespace with the prefix we write it with; prefix '' makes it the default namespace. */
export interface Namespace {
  readonly prefix: string;
  readonly uri: string;
}

export interface Attribute {
  readonly namespace: Namespace | null;
  readonly name: string;
  readonly value: string;
}

/** An element to be written. Not a string, so that text and markup cannot be mistaken for each other. */
export interface Markup {
  readonly namespace: Namespace;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly content: readonly MarkupContent[];
}

/** A string is always text and is escaped when written. */
export type MarkupContent = Markup | Received | string;

/** XML text from another document, written as it stands. */
interface Received {
  readonly received: string;
}

/** An attribute without a namespace, or in one. */
export function attribute(name: string, value: string, namespace: Namespace | null = null): Attribute {
  return { namespace, name, value };
}

/** An element with attributes (in any order) and content. */
export function element(
  namespace: Namespace,
  name: string,
  attributes: readonly Attribute[],
  ...content: readonly MarkupContent[]
): Markup {
  return { namespace, name, attributes, content };
}

/** A self-contained element that `serialise` made. Nothing that holds it can be digested: its form is not canonical. */
export function received(xml: string): Received {
  return { received: xml };
}

/**
 * The element in exclusive canonical form (Exclusive XML Canonicalization 1.0, no InclusiveNamespaces).
 * Any element canonicalised by itself gives exactly the bytes that a receiver gets when it canonicalises the same
 * element inside a larger message written by this function; that is what makes digests simple here.
 * @throws Problem INTERNAL for a character that XML cannot hold; forms must have refused it before
 */
export function canonical(markup: Markup): string {
  return write(markup, new Map());
}

/** `rendered` holds the declarations already written on ancestors: prefix → namespace name. */
function write(markup: Markup, rendered: ReadonlyMap<string, string>): string {
  const used = [markup.namespace, ...markup.attributes.flatMap(({ namespace }) => namespace ?? [])];
  const declared = [...new Map(used.map((one) => [one.prefix, one.uri]))]
    .filter(([prefix, uri]) => uri !== (rendered.get(prefix) ?? ''))
    .sort(([left], [right]) => compare(left, right));
  const inForce = new Map([...rendered, ...declared]);

  const name = qualified(markup.namespace, markup.name);
  const declarations = declared.map(
    ([prefix, uri]) => ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${value(uri)}"`,
  );
  const attributes = [...markup.attributes].sort(byNamespaceThenName).map(writeAttribute);
  const content = markup.content.map((one) => writeContent(one, inForce));
  return `<${name}${declarations.join('')}${attributes.join('')}>${content.join('')}</${name}>`;
}

function writeContent(content: MarkupContent, inForce: ReadonlyMap<string, string>): string {
  if (typeof content === 'string') return escapeText(legal(content));
  return 'received' in content ? content.received : write(content, inForce);
}

function writeAttribute({ namespace, name, value: text }: Attribute): string {
  return ` ${namespace ? qualified(namespace, name) : name}="${value(text)}"`;
}

function value(text: string): string {
  return escapeAttribute(legal(text));
}

function qualified({ prefix }: Namespace, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** Attributes sort by namespace name (none first), not by prefix. */
function byNamespaceThenName(left: Attribute, right: Attribute): number {
  return compare(left.namespace?.uri ?? '', right.namespace?.uri ?? '') || compare(left.name, right.name);
}

/** By code unit, which for the ASCII names used here is the code point order that the specification asks for. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function legal(text: string): string {
  if (!isXmlText(text)) throw new Problem('INTERNAL', { kind: 'character that XML cannot hold' });
  return text;
}
