import { Asn1Error, expectTag, oidOf, readAsn1, sequenceOf, TAG } from '../crypto/index.ts';
import { type Certificate, readCertificate } from './certificate.ts';

/** id-signedData (RFC 5652 section 5.1). */
const SIGNED_DATA_OID = '1.2.840.113549.1.7.2';

/** A store has three for each credential: its own, the issuer's and the root's. */
const CERTIFICATES_LIMIT = 16;

/**
 * The certificates in a CMS SignedData (RFC 5652 sections 3 and 5.1), in their order. What it signs is nothing and
 * who signed it is not asked: the wrapping is a bag. Throws Asn1Error if it is not such a bag.
 */
export function readCertificates(cms: Uint8Array): Certificate[] {
  const [contentType, content] = sequenceOf(readAsn1(cms));
  if (oidOf(contentType) !== SIGNED_DATA_OID) throw new Asn1Error();
  const signedData = sequenceOf(expectTag(content, TAG.context0).children[0]);
  const bag = signedData.find((field) => field.tag === TAG.context0);
  const certificates = (bag?.children ?? []).filter((choice) => choice.tag === TAG.sequence);
  if (certificates.length > CERTIFICATES_LIMIT) throw new Asn1Error();
  return certificates.map(readCertificate);
}
