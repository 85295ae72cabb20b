import { Problem } from '../problems/index.ts';
import { exchange, hmacSecurity, type Io, type Service, TIMEOUTS_MS, type Token } from '../soap/index.ts';
import { element, type Markup, type XmlElement } from '../xml/index.ts';
import { explainFault } from './faults.ts';
import { USI } from './namespaces.ts';

const SERVICE_NAME = 'The USI Registry';

/** Who calls the Registry: a token of the organisation, and its code there. */
export interface Caller {
  readonly token: Token;
  readonly orgCode: string;
  readonly service: Service;
}

/** One operation: its name, and the members of its request in the schema's order, which counts. */
export interface Operation {
  readonly name: string;
  readonly members: readonly Markup[];
  readonly timeoutMs?: number;
}

/**
 * Calls an operation and returns its response element.
 * @throws Problem REGISTRY_…, SECURITY_REFUSED, SOAP_REFUSED, SERVICE_…, ANSWER_…
 */
export async function callRegistry(operation: Operation, caller: Caller, io: Io): Promise<XmlElement> {
  const { name, members, timeoutMs = TIMEOUTS_MS.lookUp } = operation;
  const content = await exchange(
    {
      service: SERVICE_NAME,
      url: caller.service.usi,
      action: `${USI.uri}/${name}`,
      body: element(USI, name, [], ...members),
      security: hmacSecurity(caller.token),
      timeoutMs,
      explain: explainFault,
    },
    io,
  );
  if (content.namespace === USI.uri && content.name === `${name}Response`) return content;
  throw new Problem('REGISTRY_ANSWER_UNEXPECTED', { part: content.name });
}

/** A member with plain text in it. */
export function member(name: string, text: string): Markup {
  return element(USI, name, [], text);
}
