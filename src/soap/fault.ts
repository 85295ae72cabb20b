import { Problem } from '../problems/index.ts';
import { attributeOf, child, children, textOf, type XmlElement } from '../xml/index.ts';
import { SOAP, XML_URI } from './namespaces.ts';

/** A SOAP 1.2 fault (SOAP 1.2 part 1 section 5.4), reduced to what can be acted on. */
export interface Fault {
  /** Local names of Code and its Subcodes, outermost first, such as `Sender`, `InvalidSecurity`. */
  readonly codes: readonly string[];
  /** The reason, verbatim. */
  readonly reason: string;
  readonly detail: XmlElement | undefined;
}

/**
 * Subcodes that say "the security of this message was not accepted": WS-Security 1.1 section 12 and WCF's own.
 * WCF never says why: algorithm, digest, clock, or a token that is stale or foreign (dossier g.2).
 */
const SECURITY_SUBCODES: ReadonlySet<string> = new Set([
  'InvalidSecurity',
  'InvalidSecurityToken',
  'FailedAuthentication',
  'FailedCheck',
  'SecurityTokenUnavailable',
  'UnsupportedSecurityToken',
  'UnsupportedAlgorithm',
  'MessageExpired',
  'BadContextToken',
]);

/** Reads a Fault element; what is missing from it is empty. */
export function readFault(fault: XmlElement): Fault {
  const code = child(fault, SOAP.uri, 'Code');
  return {
    codes: code ? codesOf(code) : [],
    reason: reasonOf(fault),
    detail: child(fault, SOAP.uri, 'Detail'),
  };
}

/** WS-Addressing's way to say “not now” (WS-Addressing 1.0 SOAP Binding section 6.4.5). */
export function isUnavailable(fault: Fault): boolean {
  return fault.codes.includes('EndpointUnavailable');
}

/** The problem of a fault that the service has no words of its own for. */
export function generalProblem(fault: Fault, service: string): Problem {
  const refused = fault.codes.some((code) => SECURITY_SUBCODES.has(code));
  return new Problem(refused ? 'SECURITY_REFUSED' : 'SOAP_REFUSED', {
    service,
    serviceCode: fault.codes.at(-1) ?? '',
    serviceWords: fault.reason,
  });
}

function codesOf(code: XmlElement): string[] {
  const value = child(code, SOAP.uri, 'Value');
  const inner = child(code, SOAP.uri, 'Subcode');
  const name = value === undefined ? '' : textOf(value).trim().replace(/^.*:/, '');
  return [name, ...(inner ? codesOf(inner) : [])];
}

/** The English text if there are several, else the first. */
function reasonOf(fault: XmlElement): string {
  const reason = child(fault, SOAP.uri, 'Reason');
  const texts = reason ? children(reason, SOAP.uri, 'Text') : [];
  const english = texts.find((text) => attributeOf(text, XML_URI, 'lang')?.toLowerCase().startsWith('en'));
  const chosen = english ?? texts[0];
  return chosen ? textOf(chosen).trim() : '';
}
