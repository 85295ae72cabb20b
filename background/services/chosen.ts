import { ENVIRONMENTS, withProfile } from '../../src/environments.ts';
import type { Settings } from '../../src/messages/index.ts';
import type { Service } from '../../src/soap/index.ts';

/** The services that the settings choose. */
export function serviceOf({ environment, stsProfile }: Settings): Service {
  return withProfile(ENVIRONMENTS[environment], stsProfile);
}

/** The match patterns that a service's two addresses need. */
export function originsOf({ sts, usi }: Service): string[] {
  return [sts, usi].map((url) => `https://${new URL(url).hostname}/*`);
}

/** The host names of every environment's services. */
export function serviceHosts(): string[] {
  return Object.values(ENVIRONMENTS).flatMap(({ sts, usi }) =>
    [sts, usi].map((url) => new URL(url).hostname),
  );
}
