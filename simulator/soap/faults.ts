/** The faults a service can answer with, and the error that carries one up to the server. */
import { NS } from './names.ts';
import { escapeXml } from './write.ts';

/** A SOAP 1.2 fault, ready to be written. */
export interface SoapFault {
  /** How the log names it: the service's own code, or the local part of the subcode. */
  code: string;
  role: 'Sender' | 'Receiver' | 'MustUnderstand' | 'VersionMismatch';
  subcode?: { namespace: string; name: string };
  reason: string;
  /** XML of the children of `Detail`. */
  detail?: string;
  /** WS-Addressing action of the answer; the generic one when left out. */
  action?: string;
}

/**
 * A request that is refused. The fault goes out on the wire; `cause`, a short hyphenated word, goes into the log only, as
 * the real services tell nobody why a message failed its security checks.
 */
export class Refusal extends Error {
  readonly fault: SoapFault;
  override readonly cause: string;

  constructor(fault: SoapFault, cause: string) {
    super(`${fault.code}: ${cause}`);
    this.fault = fault;
    this.cause = cause;
  }
}

/** A request that does not get as far as SOAP. */
export class HttpRefusal extends Error {
  readonly status: number;
  override readonly cause: string;

  constructor(status: number, cause: string) {
    super(`HTTP ${status}: ${cause}`);
    this.status = status;
    this.cause = cause;
  }
}

const FAULT_ACTION = 'http://www.w3.org/2005/08/addressing/soap/fault';

/** WCF's one answer to everything that is wrong with a message's security (protocol facts, g.2). */
const INVALID_SECURITY: SoapFault = {
  code: 'InvalidSecurity',
  role: 'Sender',
  subcode: { namespace: NS.security, name: 'InvalidSecurity' },
  reason: 'An error occurred when verifying security for the message.',
};

/** Shorthand for the commonest refusal. */
export const insecure = (cause: string) => new Refusal(INVALID_SECURITY, cause);

/** Other faults of the WS-* stack that a client may meet (protocol facts, g.2). */
export const STACK_FAULTS: Record<string, SoapFault> = {
  InvalidSecurity: INVALID_SECURITY,
  FailedAuthentication: securityFault(
    'FailedAuthentication',
    'The security token could not be authenticated.',
  ),
  InvalidSecurityToken: securityFault('InvalidSecurityToken', 'An invalid security token was provided.'),
  MessageExpired: securityFault('MessageExpired', 'The message has expired.'),
  BadContextToken: {
    ...securityFault('BadContextToken', 'The security context token is expired or is not valid.'),
    subcode: {
      namespace: 'http://docs.oasis-open.org/ws-sx/ws-secureconversation/200512',
      name: 'BadContextToken',
    },
  },
  ActionNotSupported: addressingFault(
    'ActionNotSupported',
    'Sender',
    'The action cannot be processed at the receiver.',
  ),
  MessageAddressingHeaderRequired: addressingFault(
    'MessageAddressingHeaderRequired',
    'Sender',
    'A required header representing a message addressing property is not present.',
  ),
  EndpointUnavailable: addressingFault(
    'EndpointUnavailable',
    'Receiver',
    'The endpoint is unable to process the message at this time.',
  ),
  MustUnderstand: {
    code: 'MustUnderstand',
    role: 'MustUnderstand',
    reason: 'One or more mandatory SOAP header blocks were not understood.',
  },
  VersionMismatch: {
    code: 'VersionMismatch',
    role: 'VersionMismatch',
    reason: 'The message is not SOAP 1.2.',
  },
  InvalidRequest: {
    code: 'InvalidRequest',
    role: 'Sender',
    subcode: { namespace: NS.trust, name: 'InvalidRequest' },
    reason: 'The request was invalid or malformed.',
  },
};

/** A fault of {@link STACK_FAULTS} as a refusal. */
export function stackRefusal(name: keyof typeof STACK_FAULTS & string, cause: string): Refusal {
  return new Refusal(STACK_FAULTS[name] ?? INVALID_SECURITY, cause);
}

/** WS-Addressing action and body of the answer that carries a fault. */
export function writeFault(fault: SoapFault): { action: string; body: string } {
  const subcode = fault.subcode
    ? `<s:Subcode><s:Value xmlns:f="${fault.subcode.namespace}">f:${fault.subcode.name}</s:Value></s:Subcode>`
    : '';
  const body =
    `<s:Fault><s:Code><s:Value>s:${fault.role}</s:Value>${subcode}</s:Code>` +
    `<s:Reason><s:Text xml:lang="en-AU">${escapeXml(fault.reason)}</s:Text></s:Reason>` +
    `${fault.detail ? `<s:Detail>${fault.detail}</s:Detail>` : ''}</s:Fault>`;
  return { action: fault.action ?? FAULT_ACTION, body };
}

function securityFault(name: string, reason: string): SoapFault {
  return { code: name, role: 'Sender', subcode: { namespace: NS.security, name }, reason };
}

function addressingFault(name: string, role: 'Sender' | 'Receiver', reason: string): SoapFault {
  return { code: name, role, subcode: { namespace: NS.addressing, name }, reason };
}
