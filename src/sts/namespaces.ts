import type { Namespace } from '../xml/index.ts';

/** WS-Trust 1.3 and what stands in its messages; ADDRESSING and UTILITY are in the soap room. */
export const TRUST: Namespace = { prefix: 'trust', uri: 'http://docs.oasis-open.org/ws-sx/ws-trust/200512' };
/** WS-Trust 1.4, only for ActAs. */
export const TRUST_1_4: Namespace = {
  prefix: 'trust2008',
  uri: 'http://docs.oasis-open.org/ws-sx/ws-trust/200802',
};
export const POLICY: Namespace = { prefix: 'wsp', uri: 'http://schemas.xmlsoap.org/ws/2004/09/policy' };
export const IDENTITY: Namespace = { prefix: 'i', uri: 'http://schemas.xmlsoap.org/ws/2005/05/identity' };
export const RELATIONSHIP: Namespace = { prefix: 'v13', uri: 'http://vanguard.business.gov.au/2016/03' };

export const SAML_2_URI = 'urn:oasis:names:tc:SAML:2.0:assertion';
