import { ADDRESSING, period } from '../soap/index.ts';
import { attribute, element, type Markup } from '../xml/index.ts';
import { IDENTITY, POLICY, TRUST } from './namespaces.ts';

/** The action of the request, WS-Trust 1.3 section 4.1. */
export const ISSUE_ACTION = `${TRUST.uri}/RST/Issue`;

/** The KeyType asked for, WS-Trust 1.3 section 9.2: both ends hold the proof key. */
export const SYMMETRIC_KEY = `${TRUST.uri}/SymmetricKey`;
const SAML_2_TOKEN = 'http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0';

/** The two claims that the Registry needs; one that the token service does not know is refused with E2183 (dossier b). */
const CLAIMS = ['abn', 'credentialtype'].map(
  (name) => `http://vanguard.ebusiness.gov.au/2008/06/identity/claims/${name}`,
);

/** How long a token is asked for; 20 minutes to a day are in use, 30 minutes is the most common (dossier b). */
const REQUESTED_LIFETIME_MS = 30 * 60_000;

export interface TokenRequest {
  /** The relying party's identifier, exactly as registered. */
  readonly appliesTo: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly actAs: Markup | null;
}

/**
 * The RequestSecurityToken. No Entropy is sent, so that the answer carries the whole proof key
 * instead of a half to compute with (dossier c).
 */
export function requestSecurityToken({ appliesTo, now, actAs }: TokenRequest): Markup {
  const address = element(ADDRESSING, 'Address', [], appliesTo);
  return element(
    TRUST,
    'RequestSecurityToken',
    [],
    element(POLICY, 'AppliesTo', [], element(ADDRESSING, 'EndpointReference', [], address)),
    element(TRUST, 'Claims', [attribute('Dialect', IDENTITY.uri)], ...CLAIMS.map(claim)),
    element(TRUST, 'KeyType', [], SYMMETRIC_KEY),
    element(TRUST, 'Lifetime', [], ...period(now, REQUESTED_LIFETIME_MS)),
    element(TRUST, 'RequestType', [], `${TRUST.uri}/Issue`),
    element(TRUST, 'TokenType', [], SAML_2_TOKEN),
    ...(actAs ? [actAs] : []),
  );
}

function claim(uri: string): Markup {
  return element(IDENTITY, 'ClaimType', [attribute('Uri', uri), attribute('Optional', 'false')]);
}
