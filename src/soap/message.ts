import { canonical, element, type Markup } from '../xml/index.ts';
import { action, messageId, replyTo, to, uuid } from './addressing.ts';
import type { Io } from './io.ts';
import { SOAP } from './namespaces.ts';
import type { Security } from './security.ts';

/** A message ready to be sent. */
export interface Message {
  /** Its MessageID, which the answer must relate to. */
  readonly id: string;
  readonly xml: string;
}

/** Writes a SOAP 1.2 message, headers in the order of the working clients (dossier b, e). The body is not signed. */
export async function writeMessage(
  parts: {
    readonly action: string;
    readonly url: string;
    readonly body: Markup;
    readonly security: Security;
  },
  io: Io,
): Promise<Message> {
  const id = `urn:uuid:${uuid(io)}`;
  const destination = to(parts.url, parts.security.toId);
  const security = await parts.security.header(destination, io);
  const header = element(
    SOAP,
    'Header',
    [],
    action(parts.action),
    messageId(id),
    replyTo(),
    destination,
    security,
  );
  return { id, xml: canonical(element(SOAP, 'Envelope', [], header, element(SOAP, 'Body', [], parts.body))) };
}
