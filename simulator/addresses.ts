/** The real services' addresses (protocol facts, a), and which of them a request was meant for. */

/** Host names the simulator answers for. */
const HOSTS = {
  sts: {
    production: 'softwareauthorisations.ato.gov.au',
    thirdParty: 'softwareauthorisations.evte.ato.gov.au',
  },
  registry: { production: 'portal.usi.gov.au', thirdParty: '3pt.portal.usi.gov.au' },
} as const;

/** Everything its TLS certificate is good for. */
export const TLS_NAMES = [
  ...Object.values(HOSTS.sts),
  ...Object.values(HOSTS.registry),
  'localhost',
  '127.0.0.1',
] as const;

/** Paths as the services spell them; they compare them without case, as IIS does. */
export const PATHS = {
  stsV13: '/R3.0/S007v1.3/service.svc',
  stsV12: '/R3.0/S007v1.2/service.svc',
  registry: '/service/v5/usiservice.svc',
} as const;

export type Endpoint = keyof typeof PATHS;
export type Environment = 'production' | 'thirdParty';

/** The endpoint that a request's path names, if any. */
export function endpointAt(path: string): Endpoint | undefined {
  const wanted = path.toLowerCase();
  return (Object.keys(PATHS) as Endpoint[]).find((endpoint) => PATHS[endpoint].toLowerCase() === wanted);
}

/** The environment that a Host header names; undefined for a loopback name, which stands for both. */
export function environmentOf(endpoint: Endpoint, hostHeader: string): Environment | undefined {
  const host = hostHeader.toLowerCase().replace(/:\d+$/, '');
  const hosts = HOSTS[endpoint === 'registry' ? 'registry' : 'sts'];
  return (Object.keys(hosts) as Environment[]).find((environment) => hosts[environment] === host);
}

/** The values of `To` that an endpoint takes as its own: its real address, and on loopback the advertised one. */
export function acceptedTo(
  endpoint: Endpoint,
  environment: Environment | undefined,
  origin: string,
): string[] {
  const hosts = HOSTS[endpoint === 'registry' ? 'registry' : 'sts'];
  const path = PATHS[endpoint];
  if (environment) return [`https://${hosts[environment]}${path}`];
  const loopback = [origin, origin.replace('127.0.0.1', 'localhost')];
  return [
    ...Object.values(hosts).map((host) => `https://${host}${path}`),
    ...loopback.map((at) => at + path),
  ];
}
