import type { XmlElement } from './element.ts';

/** Finding things in a read tree, always by namespace and local name: prefixes are the sender's to choose. */

/** The child elements, without the text between them. */
export function elementsOf(parent: XmlElement): XmlElement[] {
  return parent.content.filter((inner) => typeof inner !== 'string');
}

/** The child elements of that name, in document order. */
export function children(parent: XmlElement, namespace: string, name: string): XmlElement[] {
  return elementsOf(parent).filter((inner) => inner.namespace === namespace && inner.name === name);
}

/** The first child element of that name. */
export function child(parent: XmlElement, namespace: string, name: string): XmlElement | undefined {
  return children(parent, namespace, name)[0];
}

/** The child element of that name if there is exactly one; two are as bad as none. */
export function onlyChild(parent: XmlElement, namespace: string, name: string): XmlElement | undefined {
  const found = children(parent, namespace, name);
  return found.length === 1 ? found[0] : undefined;
}

/** Follows a path of [namespace, name] steps, one child each; undefined as soon as a step is absent or ambiguous. */
export function descend(
  from: XmlElement,
  ...path: readonly (readonly [namespace: string, name: string])[]
): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (element, [namespace, name]) => element && onlyChild(element, namespace, name),
    from,
  );
}

/** All text inside, at any depth, as it stands: not trimmed. */
export function textOf(element: XmlElement): string {
  return element.content.map((inner) => (typeof inner === 'string' ? inner : textOf(inner))).join('');
}

/** An attribute's value; namespace null for attributes without one. */
export function attributeOf(element: XmlElement, namespace: string | null, name: string): string | undefined {
  return element.attributes.find(
    (attribute) => attribute.namespace === (namespace ?? '') && attribute.name === name,
  )?.value;
}
