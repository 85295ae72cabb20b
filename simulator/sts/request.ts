/** The body of a token request, read into plain values (protocol facts, b). Order of its children does not matter. */
import { children, type Element, follow, isNamed, onlyChild, textOf } from '../soap/dom.ts';
import { HttpRefusal, stackRefusal } from '../soap/faults.ts';
import type { Message } from '../soap/message.ts';
import { NS, TOKEN } from '../soap/names.ts';

/** Action of a token request. */
export const ISSUE_ACTION = `${NS.trust}/RST/Issue`;

/** What the client asks for. */
export interface TokenRequest {
  appliesTo: string;
  claims: { uri: string; optional: boolean }[];
  /** Bits of the proof key. */
  keySize: number;
  /** Milliseconds since 1970; undefined when the client leaves the life of the token to the service. */
  expires: number | undefined;
  actAs: ActAs | undefined;
}

/** Hosted software acts for an organisation that named it in RAM (protocol facts, d). */
export interface ActAs {
  firstParty: string;
  secondParty: string;
  softwareId: string;
}

const KEY_SIZES = [256, 512];
const ABN_SCHEME = 'uri://abr.gov.au/ABN';

/** Throws `InvalidRequest` when the STS could not make sense of the request. */
export function readTokenRequest({ payload }: Message): TokenRequest {
  if (!payload || !isNamed(payload, NS.trust, 'RequestSecurityToken')) throw new HttpRefusal(400, 'body');
  const value = (name: string) => textOf(onlyChild(payload, NS.trust, name));
  requireValue(value('RequestType'), `${NS.trust}/Issue`, 'request-type');
  requireValue(value('KeyType'), `${NS.trust}/SymmetricKey`, 'key-type');
  requireValue(value('TokenType'), TOKEN.saml2, 'token-type');
  const keySize = Number(value('KeySize') || '256');
  if (!KEY_SIZES.includes(keySize)) throw stackRefusal('InvalidRequest', 'key-size');
  return {
    appliesTo: textOf(
      follow(
        payload,
        [NS.policy, 'AppliesTo'],
        [NS.addressing, 'EndpointReference'],
        [NS.addressing, 'Address'],
      ),
    ),
    claims: readClaims(onlyChild(payload, NS.trust, 'Claims')),
    keySize,
    expires: readExpires(onlyChild(payload, NS.trust, 'Lifetime')),
    actAs: readActAs(onlyChild(payload, NS.trust2008, 'ActAs')),
  };
}

function requireValue(found: string, wanted: string, cause: string): void {
  if (found !== wanted) throw stackRefusal('InvalidRequest', cause);
}

function readClaims(claims: Element | undefined): TokenRequest['claims'] {
  if (!claims) return [];
  if (claims.getAttribute('Dialect') !== NS.identity) throw stackRefusal('InvalidRequest', 'claims-dialect');
  return children(claims, NS.identity, 'ClaimType').map((claim) => ({
    uri: claim.getAttribute('Uri') ?? '',
    optional: claim.getAttribute('Optional') === 'true',
  }));
}

function readExpires(lifetime: Element | undefined): number | undefined {
  const expires = onlyChild(lifetime, NS.utility, 'Expires');
  if (!expires) return undefined;
  const time = Date.parse(textOf(expires));
  if (Number.isNaN(time)) throw stackRefusal('InvalidRequest', 'lifetime');
  return time;
}

function readActAs(actAs: Element | undefined): ActAs | undefined {
  if (!actAs) return undefined;
  const token = onlyChild(actAs, NS.relationship, 'RelationshipToken');
  const relationship = onlyChild(token, NS.relationship, 'Relationship');
  const attribute = onlyChild(relationship, NS.relationship, 'Attribute');
  if (qualified(relationship, 'Type') !== 'OSPfor' || qualified(attribute, 'Name') !== 'SSID') {
    throw stackRefusal('InvalidRequest', 'relationship');
  }
  return {
    firstParty: partyOf(onlyChild(token, NS.relationship, 'FirstParty')),
    secondParty: partyOf(onlyChild(token, NS.relationship, 'SecondParty')),
    softwareId: qualified(attribute, 'Value'),
  };
}

function partyOf(party: Element | undefined): string {
  if (qualified(party, 'Scheme') !== ABN_SCHEME) throw stackRefusal('InvalidRequest', 'party-scheme');
  return qualified(party, 'Value');
}

const qualified = (element: Element | undefined, name: string): string =>
  element?.getAttributeNS(NS.relationship, name) ?? '';
