import { attribute, element, type Markup } from '../xml/index.ts';
import type { Io } from './io.ts';
import { ADDRESSING, SOAP, UTILITY } from './namespaces.ts';

/** "The answer comes back on this connection", WS-Addressing 1.0 Core section 2.1. */
const ANONYMOUS = 'http://www.w3.org/2005/08/addressing/anonymous';

/** A receiver that does not know the header must refuse the message (SOAP 1.2 part 1 section 5.2.3). */
export const MUST_UNDERSTAND = attribute('mustUnderstand', '1', SOAP);

/** What is asked for: a URI, WS-Addressing 1.0 Core section 3.1 like the other headers here. */
export function action(uri: string): Markup {
  return element(ADDRESSING, 'Action', [MUST_UNDERSTAND], uri);
}

/** What the answer relates to. */
export function messageId(id: string): Markup {
  return element(ADDRESSING, 'MessageID', [], id);
}

/** Where the answer goes: back on the same connection. */
export function replyTo(): Markup {
  return element(ADDRESSING, 'ReplyTo', [], element(ADDRESSING, 'Address', [], ANONYMOUS));
}

/** Where the message goes; with an Id if it is to be signed. */
export function to(url: string, id: string | null): Markup {
  const ids = id === null ? [] : [attribute('Id', id, UTILITY)];
  return element(ADDRESSING, 'To', [MUST_UNDERSTAND, ...ids], url);
}

/** A random UUID, version 4 (RFC 9562 section 5.4), lower case. */
export function uuid(io: Pick<Io, 'random'>): string {
  const digits = Array.from(io.random(16), (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
