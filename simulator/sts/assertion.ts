/** The SAML 2.0 assertion: holder of key, signed by the STS (protocol facts, c). */
import { SignedXml } from 'xml-crypto';
import { ALGORITHM, NS } from '../soap/names.ts';
import { escapeXml } from '../soap/write.ts';
import type { ServiceIdentity } from '../world.ts';
import type { Claim } from './claims.ts';
import { encryptedKey } from './encryption.ts';

/** What an assertion says. Times are milliseconds since 1970. */
export interface AssertionContent {
  id: string;
  issuer: string;
  audience: string;
  notBefore: number;
  notOnOrAfter: number;
  claims: readonly Claim[];
  proofKey: Uint8Array;
  subject: string;
}

const HOLDER_OF_KEY = 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key';

/** Writes and signs an assertion; the proof key inside is encrypted to the relying party. */
export function signAssertion(
  content: AssertionContent,
  sts: ServiceIdentity,
  relyingParty: ServiceIdentity,
): string {
  const signer = new SignedXml({
    privateKey: sts.privateKey,
    signatureAlgorithm: ALGORITHM.rsaSha256,
    canonicalizationAlgorithm: ALGORITHM.exclusiveC14n,
  });
  signer.addReference({
    xpath: "/*[local-name()='Assertion']",
    transforms: [ALGORITHM.envelopedSignature, ALGORITHM.exclusiveC14n],
    digestAlgorithm: ALGORITHM.sha256,
  });
  signer.computeSignature(writeAssertion(content, relyingParty), {
    prefix: 'ds',
    location: { reference: "/*/*[local-name()='Issuer']", action: 'after' },
  });
  return signer.getSignedXml();
}

function writeAssertion(content: AssertionContent, relyingParty: ServiceIdentity): string {
  const instant = (time: number) => new Date(time).toISOString();
  const attributes = content.claims.map(
    ({ uri, value }) =>
      `<saml:Attribute Name="${escapeXml(uri)}"><saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue></saml:Attribute>`,
  );
  return (
    `<saml:Assertion xmlns:saml="${NS.saml}" ID="${content.id}" IssueInstant="${instant(content.notBefore)}" Version="2.0">` +
    `<saml:Issuer>${escapeXml(content.issuer)}</saml:Issuer>` +
    `<saml:Subject><saml:NameID>${escapeXml(content.subject)}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="${HOLDER_OF_KEY}">` +
    `<saml:SubjectConfirmationData xmlns:xsi="${NS.schemaInstance}" xsi:type="saml:KeyInfoConfirmationDataType">` +
    `<ds:KeyInfo xmlns:ds="${NS.signature}">${encryptedKey(content.proofKey, relyingParty, 'declared')}</ds:KeyInfo>` +
    `</saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${instant(content.notBefore)}" NotOnOrAfter="${instant(content.notOnOrAfter)}">` +
    `<saml:AudienceRestriction><saml:Audience>${escapeXml(content.audience)}</saml:Audience></saml:AudienceRestriction>` +
    `</saml:Conditions>` +
    `${attributes.length > 0 ? `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>` : ''}` +
    `</saml:Assertion>`
  );
}
