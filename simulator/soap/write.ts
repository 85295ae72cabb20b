/** Writing answers: escaping, and the envelope that every answer travels in. */
import { randomUUID } from 'node:crypto';
import { NS } from './names.ts';

/** Escapes text for element content and attribute values alike. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Everything an answer needs besides its body. */
export interface AnswerHeaders {
  action: string;
  /** The request's MessageID; an answer to an unreadable request relates to nothing. */
  relatesTo: string | undefined;
  /** Milliseconds since 1970, by the service's clock. */
  now: number;
  /** Extra declarations on the envelope, e.g. ` xmlns:xenc="…"`. */
  declarations?: string;
}

/** Services stamp their answers with a life of five minutes (protocol facts, c). */
const ANSWER_LIFE_MS = 5 * 60_000;

/** The whole envelope of an answer, with a bare Timestamp, as WCF sends it over TLS. */
export function writeAnswer(
  { action, relatesTo, now, declarations = '' }: AnswerHeaders,
  body: string,
): string {
  const created = new Date(now).toISOString();
  const expires = new Date(now + ANSWER_LIFE_MS).toISOString();
  return (
    `<s:Envelope xmlns:s="${NS.soap}" xmlns:a="${NS.addressing}" xmlns:u="${NS.utility}"${declarations}>` +
    `<s:Header><a:Action s:mustUnderstand="1">${action}</a:Action>` +
    `<a:MessageID>urn:uuid:${randomUUID()}</a:MessageID>` +
    `${relatesTo ? `<a:RelatesTo>${escapeXml(relatesTo)}</a:RelatesTo>` : ''}` +
    `<o:Security s:mustUnderstand="1" xmlns:o="${NS.security}"><u:Timestamp u:Id="_0">` +
    `<u:Created>${created}</u:Created><u:Expires>${expires}</u:Expires></u:Timestamp></o:Security>` +
    `</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}
