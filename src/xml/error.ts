/**
 * Why a text was refused.
 * - `not-xml`: not well-formed, not one document, or holding something we never accept (processing instructions)
 * - `doctype`: it declares a document type, the only place where entities can be declared
 * - `truncated`: well-formed as far as it goes, but it ends inside the document
 * - `too-complex`: nested deeper, or made of more parts, than any message or keystore is
 */
export type XmlFault = 'not-xml' | 'doctype' | 'truncated' | 'too-complex';

/** A text that readXml refused. The rooms that read XML turn it into a problem of their own. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly fault: XmlFault;

  constructor(fault: XmlFault, detail: string, cause?: unknown) {
    super(`${fault}: ${detail}`, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}
