/** Namespaces and identifiers of SOAP 1.2, WS-Addressing, WS-Security, XML Signature and XML Encryption. */
export const NS = {
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  addressing: 'http://www.w3.org/2005/08/addressing',
  utility: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  security: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  security11: 'http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
  trust: 'http://docs.oasis-open.org/ws-sx/ws-trust/200512',
  trust2008: 'http://docs.oasis-open.org/ws-sx/ws-trust/200802',
  policy: 'http://schemas.xmlsoap.org/ws/2004/09/policy',
  identity: 'http://schemas.xmlsoap.org/ws/2005/05/identity',
  saml: 'urn:oasis:names:tc:SAML:2.0:assertion',
  relationship: 'http://vanguard.business.gov.au/2016/03',
  schemaInstance: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

/** Algorithms by the names that XML Signature and XML Encryption give them. */
export const ALGORITHM = {
  exclusiveC14n: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  envelopedSignature: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  rsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  rsaSha1: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  hmacSha1: 'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sha1: 'http://www.w3.org/2000/09/xmldsig#sha1',
  aes256Cbc: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
  rsaOaep: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
} as const;

const WSS10 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const SAML_TOKEN_PROFILE = 'http://docs.oasis-open.org/wss/oasis-wss-saml-token-profile-1.1';

/** What WS-Security calls kinds of tokens and of references to them. */
export const TOKEN = {
  base64: `${WSS10}-soap-message-security-1.0#Base64Binary`,
  x509v3: `${WSS10}-x509-token-profile-1.0#X509v3`,
  thumbprint: 'http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1',
  saml2: `${SAML_TOKEN_PROFILE}#SAMLV2.0`,
  samlId: `${SAML_TOKEN_PROFILE}#SAMLID`,
} as const;
