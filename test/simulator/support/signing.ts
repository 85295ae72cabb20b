/** Signed SOAP headers, written by hand: canonical strings and node:crypto, and nothing of the extension or the simulator. */
import { createHash, createHmac, createSign, type KeyLike, randomUUID } from 'node:crypto';

export const NS = {
  s: 'http://www.w3.org/2003/05/soap-envelope',
  a: 'http://www.w3.org/2005/08/addressing',
  u: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  o: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
};

/** Algorithm identifiers, so that a test can put in a wrong one. */
export interface Algorithms {
  canonicalization: string;
  transform: string;
  signature: string;
  digest: string;
}

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const RSA_SHA256: Algorithms = {
  canonicalization: EXCLUSIVE,
  transform: EXCLUSIVE,
  signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
};
export const RSA_SHA1: Algorithms = {
  ...RSA_SHA256,
  signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
};
export const HMAC_SHA1: Algorithms = {
  ...RSA_SHA1,
  signature: 'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
};

const hashName = (uri: string) => (uri.endsWith('sha1') ? 'sha1' : 'sha256');

/** An element that is written exactly as its exclusive canonical form, so that its digest can be taken at once. */
export interface Part {
  id: string;
  xml: string;
}

export function timestampPart(created: Date, expires: Date, id = '_0'): Part {
  const xml =
    `<u:Timestamp xmlns:u="${NS.u}" u:Id="${id}"><u:Created>${created.toISOString()}</u:Created>` +
    `<u:Expires>${expires.toISOString()}</u:Expires></u:Timestamp>`;
  return { id, xml };
}

export function toPart(url: string, id = '_1'): Part {
  const xml = `<a:To xmlns:a="${NS.a}" xmlns:s="${NS.s}" xmlns:u="${NS.u}" u:Id="${id}" s:mustUnderstand="1">${url}</a:To>`;
  return { id, xml };
}

/** `ds:Signature` over parts. `key` is a private key for RSA, raw bytes for HMAC. */
export function signatureOver(
  parts: readonly Part[],
  key: KeyLike,
  algorithms: Algorithms,
  keyInfo: string,
): string {
  const references = parts.map(
    ({ id, xml }) =>
      `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${algorithms.transform}"></ds:Transform></ds:Transforms>` +
      `<ds:DigestMethod Algorithm="${algorithms.digest}"></ds:DigestMethod>` +
      `<ds:DigestValue>${createHash(hashName(algorithms.digest)).update(xml).digest('base64')}</ds:DigestValue></ds:Reference>`,
  );
  const signedInfo =
    `<ds:SignedInfo xmlns:ds="${NS.ds}">` +
    `<ds:CanonicalizationMethod Algorithm="${algorithms.canonicalization}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${algorithms.signature}"></ds:SignatureMethod>${references.join('')}</ds:SignedInfo>`;
  const hash = hashName(algorithms.signature);
  const value = algorithms.signature.includes('hmac')
    ? createHmac(hash, key as Buffer)
        .update(signedInfo)
        .digest('base64')
    : createSign(hash).update(signedInfo).sign(key, 'base64');
  return (
    `<ds:Signature xmlns:ds="${NS.ds}">${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue>` +
    `<ds:KeyInfo>${keyInfo}</ds:KeyInfo></ds:Signature>`
  );
}

/** The envelope around everything. */
export function envelope(
  header: { action: string; to: string; security: string; extra?: string },
  body: string,
): string {
  return (
    `<s:Envelope xmlns:s="${NS.s}" xmlns:a="${NS.a}" xmlns:u="${NS.u}" xmlns:o="${NS.o}"><s:Header>` +
    `<a:Action s:mustUnderstand="1">${header.action}</a:Action><a:MessageID>urn:uuid:${randomUUID()}</a:MessageID>` +
    `<a:ReplyTo><a:Address>${NS.a}/anonymous</a:Address></a:ReplyTo>${header.to}` +
    `<o:Security s:mustUnderstand="1">${header.security}</o:Security>${header.extra ?? ''}` +
    `</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}
