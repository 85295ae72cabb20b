/**
 * Whom tokens are issued for. The STS compares AppliesTo letter by letter with what is registered; a capital letter is
 * enough for E2003 (protocol facts, a).
 */
import type { Environment } from '../addresses.ts';

/** Audiences that the Registry takes for itself: today's v5 address, and the v4 address that was accepted before. */
export const REGISTRY_AUDIENCES: Record<Environment, readonly string[]> = {
  production: [
    'https://portal.usi.gov.au/service/v5/usiservice.svc',
    'https://portal.usi.gov.au/service/usiservice.svc',
  ],
  thirdParty: [
    'https://3pt.portal.usi.gov.au/service/v5/usiservice.svc',
    'https://3pt.portal.usi.gov.au/service/usiservice.svc',
  ],
};

/** Relying parties of Standard Business Reporting: known to the STS, of no use at the Registry. */
const SBR = ['https://sbr.gov.au/services', 'https://test.sbr.gov.au/services'];

const REGISTERED = new Set([...Object.values(REGISTRY_AUDIENCES).flat(), ...SBR]);

/** Whether tokens may be issued for this AppliesTo. */
export const isRegistered = (appliesTo: string): boolean => REGISTERED.has(appliesTo);
