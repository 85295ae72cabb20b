/** An element as read: a plain, read-only tree, so that no parser's type reaches the other rooms. */
export interface XmlElement {
  /** The namespace name; '' for none. */
  readonly namespace: string;
  /** The local name. */
  readonly name: string;
  /** The prefix its writer chose; '' for none. Means nothing; kept for serialising. */
  readonly prefix: string;
  /** Without the namespace declarations, which are in `scope`. */
  readonly attributes: readonly XmlAttribute[];
  /** Child elements and text in document order; comments are left out. */
  readonly content: readonly (XmlElement | string)[];
  /** Every namespace declaration in force here, its own and its ancestors': prefix → namespace name. */
  readonly scope: ReadonlyMap<string, string>;
}

export interface XmlAttribute {
  /** The namespace name; '' for none (a default namespace does not apply to attributes). */
  readonly namespace: string;
  readonly name: string;
  readonly prefix: string;
  readonly value: string;
}
