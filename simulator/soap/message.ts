/** An incoming message: read, checked for the rules of SOAP 1.2 and WS-Addressing, and laid out for the services. */
import {
  children,
  type Document,
  type Element,
  isNamed,
  NotXml,
  onlyChild,
  parseXml,
  rootOf,
  textOf,
} from './dom.ts';
import { HttpRefusal, insecure, stackRefusal } from './faults.ts';
import { NS } from './names.ts';

/** A message that is well-formed SOAP 1.2. Nothing in it is trusted yet. */
export interface Message {
  /** The bytes as received, for the signature check. */
  text: string;
  document: Document;
  header: Element;
  /** The one child of Body. */
  payload: Element | undefined;
  action: string;
  messageId: string;
}

/** Headers a service understands; any other with mustUnderstand is refused (SOAP 1.2 part 1, 5.4.1). */
const UNDERSTOOD: readonly [namespace: string, name: string][] = [
  [NS.addressing, 'Action'],
  [NS.addressing, 'MessageID'],
  [NS.addressing, 'ReplyTo'],
  [NS.addressing, 'FaultTo'],
  [NS.addressing, 'From'],
  [NS.addressing, 'To'],
  [NS.addressing, 'RelatesTo'],
  [NS.security, 'Security'],
];

const CONTENT_TYPE = /^application\/soap\+xml\s*(;|$)/i;

/** Checks the HTTP Content-Type; WCF answers 415 to any other. */
export function checkContentType(contentType: string | undefined): void {
  if (!CONTENT_TYPE.test(contentType ?? '')) throw new HttpRefusal(415, 'content-type');
}

/** Reads a message. Throws {@link HttpRefusal} 400 when it is not XML, {@link Refusal} when it is not good SOAP. */
export function readMessage(text: string): Message {
  const document = parseOrRefuse(text);
  const envelope = rootOf(document);
  if (!isNamed(envelope, NS.soap, 'Envelope')) throw stackRefusal('VersionMismatch', 'soap-version');
  const header = onlyChild(envelope, NS.soap, 'Header');
  const body = onlyChild(envelope, NS.soap, 'Body');
  if (!header || !body) throw new HttpRefusal(400, 'envelope-parts');
  refuseUnknownMandatoryHeaders(header);
  return {
    text,
    document,
    header,
    payload: children(body)[0],
    action: requireHeader(header, 'Action'),
    messageId: requireHeader(header, 'MessageID'),
  };
}

/** The To header, which has to name one of `accepted` (compared without case, as IIS and WCF do). */
export function requireTo(message: Message, accepted: readonly string[]): Element {
  const to = onlyChild(message.header, NS.addressing, 'To');
  if (!to) throw insecure('to-missing');
  const value = textOf(to).toLowerCase();
  if (!accepted.some((url) => url.toLowerCase() === value)) throw insecure('to-mismatch');
  return to;
}

function requireHeader(header: Element, name: 'Action' | 'MessageID'): string {
  const value = textOf(onlyChild(header, NS.addressing, name));
  if (!value) throw stackRefusal('MessageAddressingHeaderRequired', 'addressing-header');
  return value;
}

function parseOrRefuse(text: string): Document {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof NotXml) throw new HttpRefusal(400, error.message);
    throw error;
  }
}

function refuseUnknownMandatoryHeaders(header: Element): void {
  for (const block of children(header)) {
    const mandatory = ['1', 'true'].includes(block.getAttributeNS(NS.soap, 'mustUnderstand') ?? '');
    const understood = UNDERSTOOD.some(([namespace, name]) => isNamed(block, namespace, name));
    if (mandatory && !understood) throw stackRefusal('MustUnderstand', 'must-understand');
  }
}
