import type { XmlAttribute, XmlElement } from './element.ts';
import { escapeAttribute, escapeText } from './escape.ts';

/**
 * Writes a read element out again so that it can stand alone or inside another document.
 * The namespace declarations of its ancestors travel along, all of them, because text and attribute values
 * may hold prefixes too. Equal in meaning to what was read, not byte for byte: comments are gone.
 * Where it is put, no default namespace may be in force.
 */
export function serialise(element: XmlElement): string {
  return write(element, new Map([['xml', element.scope.get('xml') ?? '']]));
}

function write(element: XmlElement, outer: ReadonlyMap<string, string>): string {
  const name = qualified(element);
  const attributes = element.attributes.map((one) => ` ${qualified(one)}="${escapeAttribute(one.value)}"`);
  const inner = element.content.map((one) =>
    typeof one === 'string' ? escapeText(one) : write(one, element.scope),
  );
  return `<${name}${declarations(element.scope, outer)}${attributes.join('')}>${inner.join('')}</${name}>`;
}

function qualified({ prefix, name }: Pick<XmlElement | XmlAttribute, 'prefix' | 'name'>): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** What this element declares beyond its parent; an empty default namespace needs saying only to undo another. */
function declarations(scope: ReadonlyMap<string, string>, outer: ReadonlyMap<string, string>): string {
  return [...scope]
    .filter(([prefix, namespace]) => namespace !== (outer.get(prefix) ?? ''))
    .map(
      ([prefix, namespace]) =>
        ` ${prefix === '' ? 'xmlns' : `xmlns:${prefix}`}="${escapeAttribute(namespace)}"`,
    )
    .join('');
}
