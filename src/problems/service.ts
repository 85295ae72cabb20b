import { group } from './entry.ts';

/**
 * The USI Registry’s own errors (protocol dossier g.3) and what can happen on the way to either service.
 * Params: `service` names it in words; `serviceCode` and `serviceWords` are verbatim.
 */
export const SERVICE = group({
  REGISTRY_UNAVAILABLE: {
    what: 'The USI Registry says that it is unavailable.',
    next: 'Look at the system outages page of usi.gov.au and try again later.',
    from: 'registry',
    retry: true,
  },
  REGISTRY_VALIDATION: {
    what: 'The USI Registry did not accept the request.',
    next: 'Read the Registry’s words below. A common cause is a wrong OrgCode in the options.',
    from: 'registry',
    retry: false,
  },
  REGISTRY_NOT_AUTHORISED: {
    what: 'The USI Registry does not authorise this organisation.',
    next: 'The ABN of the credential and the OrgCode must be those on training.gov.au, and a System Access Request with “Web services” ticked must have been approved.',
    from: 'registry',
    retry: false,
  },
  REGISTRY_IDENTITY_UNVERIFIED: {
    what: 'The identity document could not be verified.',
    next: 'Check the document’s details or use another document.',
    from: 'registry',
    retry: false,
  },
  REGISTRY_REFUSED: {
    what: 'The USI Registry refused the request.',
    next: 'Read the Registry’s own words below.',
    from: 'registry',
    retry: false,
  },
  REGISTRY_ANSWER_UNEXPECTED: {
    what: 'The USI Registry sent an answer that cannot be understood ({part}).',
    next: 'Try again. If it stays so, report it to us.',
    from: 'registry',
    retry: true,
  },
  SECURITY_REFUSED: {
    what: '{service} did not accept the security of the message.',
    next: 'Check this computer’s clock and the environment in the options.',
    from: 'services',
    retry: true,
  },
  SOAP_REFUSED: {
    what: '{service} answered with a fault.',
    next: 'Read the service’s own words below.',
    from: 'services',
    retry: false,
  },
  SERVICE_UNREACHABLE: {
    what: '{service} cannot be reached.',
    next: 'Check the internet connection. A company firewall must allow {host}.',
    from: 'services',
    retry: true,
  },
  SERVICE_HTTP_ERROR: {
    what: '{service} answered with HTTP status {status}.',
    next: 'Try again in a few minutes.',
    from: 'services',
    retry: true,
  },
  ANSWER_TOO_LARGE: {
    what: '{service} sent more than {limit} bytes.',
    next: 'Try again. If it stays so, a proxy may be in the way.',
    from: 'services',
    retry: true,
  },
  ANSWER_NOT_XML: {
    what: '{service} sent something that is not XML.',
    next: 'A proxy or log-in page may be in the way. Open the service’s address in a tab.',
    from: 'services',
    retry: true,
  },
  ANSWER_DOCTYPE: {
    what: '{service} sent XML with a DOCTYPE, which is never allowed here.',
    next: 'A proxy may be in the way. Tell your administrator.',
    from: 'services',
    retry: false,
  },
  ANSWER_NOT_SOAP: {
    what: '{service} sent XML that is not a SOAP answer.',
    next: 'Try again. If it stays so, report it to us.',
    from: 'services',
    retry: true,
  },
  ANSWER_UNRELATED: {
    what: '{service} sent an answer that belongs to another request.',
    next: 'Look it up again.',
    from: 'services',
    retry: true,
  },
});
