/** Token requests, right in every way unless a test asks for one thing to be wrong. */
import type { KeyObject } from 'node:crypto';
import type { IssuedCredential, Simulator } from '../../../simulator/index.ts';
import { post, type Reply } from './http.ts';
import {
  type Algorithms,
  envelope,
  type Part,
  RSA_SHA256,
  signatureOver,
  timestampPart,
  toPart,
} from './signing.ts';

const TRUST = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
export const CLAIMS = 'http://vanguard.ebusiness.gov.au/2008/06/identity/claims/';
export const APPLIES_TO = 'https://3pt.portal.usi.gov.au/service/v5/usiservice.svc';
const FIVE_MINUTES_MS = 300_000;

export interface TokenRequestParts {
  to: string;
  created: Date;
  expires: Date;
  algorithms: Algorithms;
  certificate: Buffer;
  key: KeyObject;
  /** Which of the two parts are signed, and as what. */
  signed(timestamp: Part, to: Part): Part[];
  appliesTo: string;
  claims: [uri: string, optional: boolean][];
  keyType: string;
  tokenType: string;
  requestType: string;
  keySize: string;
  lifetimeSeconds: number;
  actAs: string;
  extraHeader: string;
  action: string;
}

/** A whole RST as text. */
export function tokenRequest(simulator: Simulator, overrides: Partial<TokenRequestParts> = {}): string {
  const parts = { ...defaults(simulator), ...overrides };
  const timestamp = timestampPart(parts.created, parts.expires);
  const to = toPart(parts.to);
  const keyInfo =
    '<o:SecurityTokenReference><o:Reference URI="#bst-1"></o:Reference></o:SecurityTokenReference>';
  const token =
    `<o:BinarySecurityToken EncodingType="${WSS}-soap-message-security-1.0#Base64Binary" ` +
    `ValueType="${WSS}-x509-token-profile-1.0#X509v3" u:Id="bst-1">${parts.certificate.toString('base64')}</o:BinarySecurityToken>`;
  const signature = signatureOver(parts.signed(timestamp, to), parts.key, parts.algorithms, keyInfo);
  return envelope(
    {
      action: parts.action,
      to: to.xml,
      security: timestamp.xml + token + signature,
      extra: parts.extraHeader,
    },
    body(parts),
  );
}

/** With a fault the log has one more line; without, the answer holds a token. */
export async function requestToken(
  simulator: Simulator,
  overrides: Partial<TokenRequestParts> = {},
): Promise<IssuedToken> {
  const reply = await post(simulator, overrides.to ?? simulator.sts, tokenRequest(simulator, overrides));
  return readToken(reply);
}

/** What a client keeps of a token response. */
export interface IssuedToken {
  reply: Reply;
  encryptedData: string;
  proofKey: Buffer;
  reference: string;
  expires: Date;
}

/** Picks a token out of a response by text, as the simulator's inline form allows. */
export function readToken(reply: Reply): IssuedToken {
  const pick = (pattern: RegExp) => pattern.exec(reply.text)?.[1] ?? '';
  return {
    reply,
    encryptedData: pick(/<saml:EncryptedAssertion[^>]*>(.*)<\/saml:EncryptedAssertion>/s),
    proofKey: Buffer.from(pick(/<trust:BinarySecret>([^<]*)</), 'base64'),
    reference: pick(/<trust:RequestedAttachedReference>(.*)<\/trust:RequestedAttachedReference>/s),
    expires: new Date(pick(/<trust:Lifetime>.*<u:Expires>([^<]*)</s)),
  };
}

/** The `trust2008:ActAs` of hosted software. */
export function actAs(first: string, second: string, softwareId: string): string {
  const scheme = 'uri://abr.gov.au/ABN';
  return (
    '<trust2008:ActAs xmlns:trust2008="http://docs.oasis-open.org/ws-sx/ws-trust/200802">' +
    '<v13:RelationshipToken xmlns:v13="http://vanguard.business.gov.au/2016/03" v13:ID="1">' +
    `<v13:Relationship v13:Type="OSPfor"><v13:Attribute v13:Name="SSID" v13:Value="${softwareId}"/></v13:Relationship>` +
    `<v13:FirstParty v13:Scheme="${scheme}" v13:Value="${first}"/><v13:SecondParty v13:Scheme="${scheme}" v13:Value="${second}"/>` +
    '</v13:RelationshipToken></trust2008:ActAs>'
  );
}

/** The certificate and key of a credential, as overrides. */
export const signedBy = ({ certificateDer, privateKey }: IssuedCredential) => ({
  certificate: certificateDer,
  key: privateKey,
});

function defaults(simulator: Simulator): TokenRequestParts {
  const now = Date.now();
  const [credential] = simulator.keystore.credentials;
  if (!credential) throw new Error('the demo keystore is empty');
  return {
    to: simulator.sts,
    created: new Date(now),
    expires: new Date(now + FIVE_MINUTES_MS),
    algorithms: RSA_SHA256,
    ...signedBy(credential),
    signed: (timestamp, to) => [timestamp, to],
    appliesTo: APPLIES_TO,
    claims: [
      [`${CLAIMS}abn`, false],
      [`${CLAIMS}credentialtype`, false],
    ],
    keyType: `${TRUST}/SymmetricKey`,
    tokenType: 'http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1#SAMLV2.0',
    requestType: `${TRUST}/Issue`,
    keySize: '',
    lifetimeSeconds: 1200,
    actAs: '',
    extraHeader: '',
    action: `${TRUST}/RST/Issue`,
  };
}

function body(parts: TokenRequestParts): string {
  const claims = parts.claims.map(
    ([uri, optional]) => `<i:ClaimType Uri="${uri}" Optional="${optional}"></i:ClaimType>`,
  );
  const expires = new Date(parts.created.getTime() + parts.lifetimeSeconds * 1000);
  return (
    `<trust:RequestSecurityToken xmlns:trust="${TRUST}">` +
    `<wsp:AppliesTo xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"><a:EndpointReference><a:Address>${parts.appliesTo}</a:Address></a:EndpointReference></wsp:AppliesTo>` +
    `<trust:Claims Dialect="http://schemas.xmlsoap.org/ws/2005/05/identity" xmlns:i="http://schemas.xmlsoap.org/ws/2005/05/identity">${claims.join('')}</trust:Claims>` +
    `<trust:KeyType>${parts.keyType}</trust:KeyType>${parts.keySize ? `<trust:KeySize>${parts.keySize}</trust:KeySize>` : ''}` +
    `<trust:Lifetime><u:Created>${parts.created.toISOString()}</u:Created><u:Expires>${expires.toISOString()}</u:Expires></trust:Lifetime>` +
    `<trust:RequestType>${parts.requestType}</trust:RequestType><trust:TokenType>${parts.tokenType}</trust:TokenType>${parts.actAs}` +
    `</trust:RequestSecurityToken>`
  );
}
