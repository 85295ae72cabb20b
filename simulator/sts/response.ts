/** The token response, in the shape of WIF's (protocol facts, c). */
import { NS, TOKEN } from '../soap/names.ts';
import { escapeXml } from '../soap/write.ts';
import { type Declarations, declare } from './encryption.ts';

/** Action of a token response. */
export const ISSUED_ACTION = `${NS.trust}/RSTRC/IssueFinal`;

/** What goes into the response. Times are milliseconds since 1970. */
export interface IssuedToken {
  assertionId: string;
  encryptedData: string;
  proofKey: Uint8Array;
  appliesTo: string;
  created: number;
  expires: number;
}

/** Declarations for the envelope when the fragments below inherit theirs. */
export function ancestorDeclarations(): string {
  return (
    declare('declared', 'xenc', NS.encryption) +
    declare('declared', 'ds', NS.signature) +
    declare('declared', 'o', NS.security) +
    declare('declared', 'k', NS.security11) +
    declare('declared', 'saml', NS.saml)
  );
}

/** The body of the response. */
export function writeTokenResponse(token: IssuedToken, declarations: Declarations): string {
  const reference = tokenReference(token.assertionId, declarations);
  const saml = declare(declarations, 'saml', NS.saml);
  const fields = [
    `<trust:KeySize>${token.proofKey.length * 8}</trust:KeySize>`,
    `<trust:Lifetime><u:Created>${new Date(token.created).toISOString()}</u:Created>` +
      `<u:Expires>${new Date(token.expires).toISOString()}</u:Expires></trust:Lifetime>`,
    `<wsp:AppliesTo xmlns:wsp="${NS.policy}"><a:EndpointReference><a:Address>${escapeXml(token.appliesTo)}</a:Address></a:EndpointReference></wsp:AppliesTo>`,
    `<trust:RequestedSecurityToken><saml:EncryptedAssertion${saml}>${token.encryptedData}</saml:EncryptedAssertion></trust:RequestedSecurityToken>`,
    `<trust:RequestedProofToken><trust:BinarySecret>${Buffer.from(token.proofKey).toString('base64')}</trust:BinarySecret></trust:RequestedProofToken>`,
    `<trust:RequestedAttachedReference>${reference}</trust:RequestedAttachedReference>`,
    `<trust:RequestedUnattachedReference>${reference}</trust:RequestedUnattachedReference>`,
    `<trust:TokenType>${TOKEN.saml2}</trust:TokenType>`,
    `<trust:RequestType>${NS.trust}/Issue</trust:RequestType>`,
    `<trust:KeyType>${NS.trust}/SymmetricKey</trust:KeyType>`,
  ];
  return (
    `<trust:RequestSecurityTokenResponseCollection xmlns:trust="${NS.trust}"><trust:RequestSecurityTokenResponse>` +
    `${fields.join('')}</trust:RequestSecurityTokenResponse></trust:RequestSecurityTokenResponseCollection>`
  );
}

function tokenReference(assertionId: string, declarations: Declarations): string {
  const o = declare(declarations, 'o', NS.security);
  const k = declare(declarations, 'k', NS.security11);
  return (
    `<o:SecurityTokenReference k:TokenType="${TOKEN.saml2}"${o}${k}>` +
    `<o:KeyIdentifier ValueType="${TOKEN.samlId}">${assertionId}</o:KeyIdentifier></o:SecurityTokenReference>`
  );
}
