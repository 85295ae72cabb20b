/** The STS's business faults: codes and meanings of protocol facts, g.1; the wording is the simulator's own. */
import { Refusal, type SoapFault } from '../soap/faults.ts';
import { escapeXml } from '../soap/write.ts';

/** Event code → what happened, what the user is advised to do. */
const EVENTS = {
  E1001: ['An internal error occurred', 'Try again later'],
  E1003: ['An internal error occurred', 'Try again later'],
  E1004: ['An internal error occurred', 'Try again later'],
  E2003: ['The relying party is not known', 'Contact your software provider'],
  E2014: ['The credential has been revoked', 'Create a new machine credential'],
  E2015: ['The credential has expired', 'Create a new machine credential'],
  E2017: ['The credential is not yet valid', 'Check the clock of your computer'],
  E2020: ['The issuer of the credential is not recognised', 'Use a credential of this environment'],
  E2029: ['The credential cannot be processed', 'Create a new machine credential'],
  E2169: ['The credential is not recognised', 'Use a credential of this environment'],
  E2180: ['No usage policy covers the credential', 'Check the authorisations in RAM'],
  E2182: ['A mandatory claim could not be supplied', 'Contact your software provider'],
  E2183: ['A mandatory claim type is not known', 'Contact your software provider'],
  E2190: ['Claim data could not be found', 'Try again later'],
} as const;

export type EventCode = keyof typeof EVENTS;

/** The list is not complete: a client has to bear codes that it never heard of. */
const OTHER_EVENT = ['The request was refused', 'Contact the service'] as const;
const EVENT_CODE = /^E\d{4}$/;

/** The real namespace of the detail is unknown; readers must go by local name (protocol facts, g.1). */
const DETAIL_NAMESPACE = 'http://simulator.invalid/sts/faults';

/** The fault of one event code, in general words when the code is not in the list; undefined when it is no event code. */
export function stsFault(code: string): SoapFault | undefined {
  if (!EVENT_CODE.test(code)) return undefined;
  return eventFault(code, isEventCode(code) ? EVENTS[code] : OTHER_EVENT);
}

/** A refusal with one event code. */
export function event(code: EventCode, cause: string): Refusal {
  return new Refusal(eventFault(code, EVENTS[code]), cause);
}

function eventFault(code: string, [description, advice]: readonly [string, string]): SoapFault {
  const detail =
    `<m:FaultDetail xmlns:m="${DETAIL_NAMESPACE}"><m:EventCode>${code}</m:EventCode>` +
    `<m:EventDescription>${escapeXml(description)}</m:EventDescription>` +
    `<m:UserAdvice>${escapeXml(advice)}</m:UserAdvice></m:FaultDetail>`;
  return {
    code,
    role: 'Sender',
    reason: `Event Description: [${description}]. User Advice: [${advice}]. Event Code: [${code}]`,
    detail,
  };
}

function isEventCode(code: string): code is EventCode {
  return Object.hasOwn(EVENTS, code);
}
