import { Problem, type ProblemCode } from '../problems/index.ts';
import { children, elementsOf, onlyChild, readXml, textOf, type XmlElement, XmlError } from '../xml/index.ts';
import { ADDRESSING, SOAP } from './namespaces.ts';
import type { RawAnswer } from './transport.ts';

/**
 * The only element in the body of an answer; it may be a fault.
 * Faults come with status 500 and an envelope, so the status counts only where there is no envelope (dossier e).
 * @throws Problem SERVICE_HTTP_ERROR, ANSWER_NOT_XML, ANSWER_DOCTYPE, ANSWER_NOT_SOAP, ANSWER_UNRELATED
 */
export function readAnswer(answer: RawAnswer, messageId: string, service: string): XmlElement {
  const envelope = readEnvelope(answer, service);
  for (const header of children(envelope, SOAP.uri, 'Header')) refuseUnrelated(header, messageId, service);
  const body = onlyChild(envelope, SOAP.uri, 'Body');
  const inside = body ? elementsOf(body) : [];
  const [content] = inside;
  if (content === undefined || inside.length > 1) throw new Problem('ANSWER_NOT_SOAP', { service });
  return content;
}

function readEnvelope({ status, text }: RawAnswer, service: string): XmlElement {
  const failed = status < 200 || status > 299;
  try {
    const root = readXml(text);
    if (root.namespace === SOAP.uri && root.name === 'Envelope') return root;
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const code = codeOf(error, text);
    if (code === 'ANSWER_DOCTYPE' || !failed) throw new Problem(code, { service }, error);
  }
  if (failed) throw new Problem('SERVICE_HTTP_ERROR', { service, status: String(status) });
  throw new Problem('ANSWER_NOT_SOAP', { service });
}

/** A web page is no attack, though it has a DOCTYPE: it is the log-in page of some proxy. */
function codeOf(error: XmlError, text: string): ProblemCode {
  const isWebPage = /<!doctype\s+html/i.test(text.slice(0, 1024));
  return error.fault === 'doctype' && !isWebPage ? 'ANSWER_DOCTYPE' : 'ANSWER_NOT_XML';
}

/** An answer need not say what it relates to (no recording shows it always does), but must not say another. */
function refuseUnrelated(header: XmlElement, messageId: string, service: string): void {
  const related = children(header, ADDRESSING.uri, 'RelatesTo').map((one) => textOf(one).trim());
  if (related.some((id) => id !== messageId)) throw new Problem('ANSWER_UNRELATED', { service });
}
