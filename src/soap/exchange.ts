import type { Problem } from '../problems/index.ts';
import type { Markup, XmlElement } from '../xml/index.ts';
import { readAnswer } from './answer.ts';
import { type Fault, generalProblem, readFault } from './fault.ts';
import type { Io } from './io.ts';
import { writeMessage } from './message.ts';
import { SOAP } from './namespaces.ts';
import type { Security } from './security.ts';
import { post } from './transport.ts';

export interface Request {
  /** What problems call the service, in words. */
  readonly service: string;
  readonly url: string;
  readonly action: string;
  readonly body: Markup;
  readonly security: Security;
  readonly timeoutMs: number;
  /** The problem of a fault that carries the service's own code; undefined if it carries none. */
  readonly explain: (fault: Fault) => Problem | undefined;
}

/**
 * Sends one request and returns the element in the body of its answer.
 * @throws Problem for everything else: faults, and whatever `post` and `readAnswer` throw
 */
export async function exchange(request: Request, io: Io): Promise<XmlElement> {
  const message = await writeMessage(request, io);
  const answer = await post(request.url, message.xml, request, io);
  const content = readAnswer(answer, message.id, request.service);
  if (content.namespace !== SOAP.uri || content.name !== 'Fault') return content;
  const fault = readFault(content);
  throw request.explain(fault) ?? generalProblem(fault, request.service);
}
