/** From a request's bytes to an answer: which service, which operation, and what a refusal looks like on the wire. */
import { type Endpoint, endpointAt, environmentOf } from './addresses.ts';
import type { RequestContext } from './context.ts';
import type { FaultAction } from './faults/index.ts';
import { namedFault } from './faults/named.ts';
import type { LogEntry } from './log.ts';
import { answerRegistryCall } from './registry/index.ts';
import { writeWsdl } from './registry/schema/wsdl.ts';
import { HttpRefusal, Refusal, type SoapFault, writeFault } from './soap/faults.ts';
import { checkContentType, readMessage } from './soap/message.ts';
import { writeAnswer } from './soap/write.ts';
import { answerTokenRequest } from './sts/index.ts';

/** What arrived. */
export interface HttpRequest {
  method: string;
  /** Path without query. */
  path: string;
  query: string;
  host: string;
  contentType: string | undefined;
  /** Undefined when it was too large to keep. */
  body: Buffer | undefined;
}

/** What goes back, and what the log says about it. */
export interface HttpAnswer {
  status: number;
  contentType: string;
  body: string;
  outcome: LogEntry['outcome'];
  fault: string | null;
  cause: string | null;
}

/** What can be told about a request before it is checked. */
export interface RequestSummary {
  endpoint: Endpoint | undefined;
  operation: string;
  messageId: string | undefined;
}

const SOAP = 'application/soap+xml; charset=utf-8';

/** Looks at a request without judging it, so that fault rules can find it and faults can relate to it. */
export function summarise({ method, path, query, body }: HttpRequest): RequestSummary {
  const endpoint = endpointAt(path);
  if (!endpoint || method !== 'POST') {
    const wsdl = endpoint === 'registry' && method === 'GET' && query.toLowerCase() === 'wsdl';
    return { endpoint, operation: wsdl ? 'WSDL' : 'unknown', messageId: undefined };
  }
  const text = body?.toString('utf8') ?? '';
  const called = /Action[^>]*>\s*http:\/\/usi\.gov\.au\/2022\/ws\/(\w+)\s*</.exec(text)?.[1];
  return {
    endpoint,
    operation: endpoint === 'registry' ? (called ?? 'unknown') : 'RST',
    messageId: /<(?:\w+:)?MessageID[^>]*>\s*([^<\s]+)\s*</.exec(text)?.[1],
  };
}

/** Answers a request as the real services would, unless the action names a fault to answer with. */
export function answer(
  request: HttpRequest,
  { endpoint, operation, messageId }: RequestSummary,
  context: Omit<RequestContext, 'environment'>,
  action: FaultAction,
): HttpAnswer {
  const refuse = (fault: SoapFault, cause: string): HttpAnswer => {
    const { action: faultAction, body } = writeFault(fault);
    const headers = { action: faultAction, relatesTo: messageId, now: context.now };
    return { ...soap(500, writeAnswer(headers, body)), outcome: 'fault', fault: fault.code, cause };
  };
  try {
    if (action.fault) return refuse(namedFault(action.fault, operation), 'scripted');
    if (!endpoint) throw new HttpRefusal(404, 'path');
    if (operation === 'WSDL')
      return { ...soap(200, writeWsdl(context.origin)), contentType: 'text/xml; charset=utf-8' };
    if (request.method !== 'POST') throw new HttpRefusal(405, 'method');
    checkContentType(request.contentType);
    if (!request.body) throw new HttpRefusal(413, 'request-size');
    const message = readMessage(decode(request.body));
    const full = { ...context, environment: environmentOf(endpoint, request.host) };
    return soap(
      200,
      endpoint === 'registry'
        ? answerRegistryCall(message, full)
        : answerTokenRequest(message, endpoint, full),
    );
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.fault, error.cause);
    if (error instanceof HttpRefusal) {
      return {
        status: error.status,
        contentType: 'text/html',
        body: '',
        outcome: 'http-error',
        fault: null,
        cause: error.cause,
      };
    }
    throw error;
  }
}

function soap(status: number, body: string): HttpAnswer {
  return { status, contentType: SOAP, body, outcome: 'ok', fault: null, cause: null };
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpRefusal(400, 'encoding');
  }
}
