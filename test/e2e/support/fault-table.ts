import type { FaultRule } from '../../../simulator/index.ts';
import type { ProblemCode } from '../../../src/problems/index.ts';

/** One kind of trouble, what the simulator's log says of it, and what the popup makes of it. */
export interface TroubleRow {
  readonly trouble: string;
  readonly do: FaultRule['do'];
  /** The log's lines, `operation outcome fault`. */
  readonly wire: readonly string[];
  readonly problem: ProblemCode;
  /** The service's own code and words as the popup shows them; null when it said nothing. */
  readonly said: RegExp | null;
  /** Chromium itself sends a request again when a connection that it had kept open is closed without an answer. */
  readonly maySendAgain?: true;
}

/** A fault by name, with the words that the simulator's service puts into it. */
export function fault(
  operation: 'RST' | 'VerifyUSI',
  name: string,
  problem: ProblemCode,
  words: string,
): TroubleRow {
  const line = `${operation} fault ${name}`;
  return {
    trouble: name,
    do: { fault: name },
    wire: [line],
    problem,
    said: new RegExp(`^${name} .*${words}`, 's'),
  };
}

/** A registry's security fault: the token is dropped, fetched once more and tried once more. */
export function securityFault(name: string, words: string): TroubleRow {
  const line = `VerifyUSI fault ${name}`;
  return { ...fault('VerifyUSI', name, 'SECURITY_REFUSED', words), wire: [line, 'RST ok', line] };
}

/** An answer that is none, or not the right one; nothing in it is the service's own word. */
export function scripted(
  operation: 'RST' | 'VerifyUSI',
  trouble: string,
  action: FaultRule['do'],
  problem: ProblemCode,
): TroubleRow {
  return { trouble, do: action, wire: [`${operation} scripted`], problem, said: null };
}

/** Troubles of the way there and back that both services can have. */
export function troublesOfBoth(operation: 'RST' | 'VerifyUSI'): TroubleRow[] {
  const row = (trouble: string, action: FaultRule['do'], problem: ProblemCode) =>
    scripted(operation, trouble, action, problem);
  return [
    ...[400, 403, 500, 503].map((status) =>
      row(`HTTP ${status} without an envelope`, { status }, 'SERVICE_HTTP_ERROR'),
    ),
    row('a redirect', { status: 302, headers: { Location: 'https://example.com/' } }, 'SERVICE_UNREACHABLE'),
    { ...row('a dropped connection', { drop: true }, 'SERVICE_UNREACHABLE'), maySendAgain: true },
    row('an answer that breaks off', { body: 'cut-off' }, 'SERVICE_UNREACHABLE'),
    row('an answer that is not XML', { body: 'not-xml' }, 'ANSWER_NOT_XML'),
    row('the log-in page of a proxy', { body: 'html-login' }, 'ANSWER_NOT_XML'),
    row('an answer with a DOCTYPE', { body: 'doctype' }, 'ANSWER_DOCTYPE'),
    row('half an answer', { body: 'truncated' }, 'ANSWER_NOT_XML'),
    row('no answer at all', { body: 'empty' }, 'ANSWER_NOT_XML'),
    row('an answer of 20 MiB', { body: 'oversized' }, 'ANSWER_TOO_LARGE'),
    row('an answer to another request', { body: 'unrelated' }, 'ANSWER_UNRELATED'),
    row('an answer in SOAP 1.1', { body: 'soap-1.1' }, 'ANSWER_NOT_SOAP'),
    row('an envelope with nothing in it', { body: 'empty-body' }, 'ANSWER_NOT_SOAP'),
  ];
}

/** A Registry's answer in which a Valid student has no flag for the date of birth. */
export const WITHOUT_A_FLAG: FaultRule['do'] = {
  status: 200,
  contentType: 'application/soap+xml; charset=utf-8',
  body:
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>' +
    '<VerifyUSIResponse xmlns="http://usi.gov.au/2022/ws"><USIStatus>Valid</USIStatus>' +
    '<FirstName>Match</FirstName><FamilyName>Match</FamilyName></VerifyUSIResponse></s:Body></s:Envelope>',
};
