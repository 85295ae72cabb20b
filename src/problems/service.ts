import type { ProblemEntry } from './entry.ts';

/**
 * The USI Registry’s own errors (protocol dossier g.3) and what can happen on the way to either service.
 * Params: `service` names it in words; `serviceCode` and `serviceWords` are verbatim.
 */
export const SERVICE = {
  REGISTRY_UNAVAILABLE: {
    what: 'The USI Registry says that it is unavailable.',
    next: 'Look at the system outages page of usi.gov.au and try again later.',
    from: 'registry',
  },
  REGISTRY_VALIDATION: {
    what: 'The USI Registry did not accept the request.',
    next: 'Read the Registry’s words below. A common cause is a wrong OrgCode in the options.',
    from: 'registry',
  },
  REGISTRY_NOT_AUTHORISED: {
    what: 'The USI Registry does not authorise this organisation.',
    next: 'The ABN of the credential and the OrgCode must be those on training.gov.au, and a System Access Request with “Web services” ticked must have been approved.',
    from: 'registry',
  },
  REGISTRY_IDENTITY_UNVERIFIED: {
    what: 'The identity document could not be verified.',
    next: 'Check the document’s details or use another document.',
    from: 'registry',
  },
  REGISTRY_REFUSED: {
    what: 'The USI Registry refused the request.',
    next: 'Read the Registry’s own words below.',
    from: 'registry',
  },
  REGISTRY_ANSWER_UNEXPECTED: {
    what: 'The USI Registry sent an answer that cannot be understood ({part}).',
    next: 'Try again. If it stays so, report it to us.',
    from: 'registry',
  },
  SECURITY_REFUSED: {
    what: '{service} did not accept the security of the message.',
    next: 'Check this computer’s clock and the environment in the options.',
    from: 'services',
  },
  SOAP_REFUSED: {
    what: '{service} refused the request.',
    next: 'Read the service’s own words below.',
    from: 'services',
  },
  SERVICE_UNREACHABLE: {
    what: '{service} cannot be reached.',
    next: 'Check the internet connection. A company firewall must allow {host}.',
    from: 'services',
  },
  SERVICE_HTTP_ERROR: {
    what: '{service} answered with HTTP status {status}.',
    next: 'Try again in a few minutes.',
    from: 'services',
  },
  ANSWER_TOO_LARGE: {
    what: '{service} sent more than {limit} bytes.',
    next: 'Try again. If it stays so, a proxy may be in the way.',
    from: 'services',
  },
  ANSWER_NOT_XML: {
    what: '{service} sent something that is not XML.',
    next: 'A proxy or log-in page may be in the way. Open the service’s address in a tab.',
    from: 'services',
  },
  ANSWER_DOCTYPE: {
    what: '{service} sent XML with a DOCTYPE, which is never allowed here.',
    next: 'A proxy may be in the way. Tell your administrator.',
    from: 'services',
  },
  ANSWER_NOT_SOAP: {
    what: '{service} sent XML that is not a SOAP answer.',
    next: 'Try again. If it stays so, report it to us.',
    from: 'services',
  },
  ANSWER_UNRELATED: {
    what: '{service} sent an answer that belongs to another request.',
    next: 'Look it up again.',
    from: 'services',
  },
  SERVICE_HELD_BACK: {
    what: '{host} answered with errors several times, so the browser holds further requests back for a moment; or the connection was lost just now.',
    next: 'Wait a minute, then look it up again. If the service gave a reason before, mend that first.',
    from: 'browser',
  },
} satisfies Record<string, ProblemEntry>;
