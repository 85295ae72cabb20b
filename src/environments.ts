import type { Service } from './soap/index.ts';

/**
 * The services of each environment (protocol dossier a). All lower case: the token service compares `appliesTo`
 * as a string. Every member may be overridden: `{ ...ENVIRONMENTS.production, appliesTo: '…' }`.
 */
export const ENVIRONMENTS = {
  production: {
    sts: 'https://softwareauthorisations.ato.gov.au/R3.0/S007v1.3/service.svc',
    usi: 'https://portal.usi.gov.au/service/v5/usiservice.svc',
    appliesTo: 'https://portal.usi.gov.au/service/v5/usiservice.svc',
    profile: 'v1.3',
  },
  thirdParty: {
    sts: 'https://softwareauthorisations.evte.ato.gov.au/R3.0/S007v1.3/service.svc',
    usi: 'https://3pt.portal.usi.gov.au/service/v5/usiservice.svc',
    appliesTo: 'https://3pt.portal.usi.gov.au/service/v5/usiservice.svc',
    profile: 'v1.3',
  },
} as const satisfies Record<string, Service>;

/** The same service with the other version of the token service, at the address that belongs to it. */
export function withProfile(service: Service, profile: Service['profile']): Service {
  return { ...service, sts: service.sts.replace(/S007v1\.[23]/, `S007${profile}`), profile };
}
