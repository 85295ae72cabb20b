/**
 * CMS SignedData (RFC 5652) that carries a certificate chain, as `publicCertificate` does: indefinite-length BER with one
 * SignerInfo over empty content in the Java dialect, degenerate DER in the .NET dialect (keystore facts, A3 and A4).
 */
import { createHash, sign } from 'node:crypto';
import type { Signatory } from './authority.ts';
import { distinguishedName } from './certificate.ts';
import * as asn1 from './der.ts';
import { OID } from './oids.ts';

/** `SET OF` under the implicit tag [0]. */
const CERTIFICATES_TAG = 0xa0;

/** Plain DER without signer. */
export function degenerateSignedData(certificates: readonly Buffer[]): Buffer {
  return asn1.sequence(
    asn1.objectIdentifier(OID.cmsSignedData),
    asn1.context(
      0,
      asn1.sequence(
        asn1.integer(1),
        asn1.set(),
        asn1.sequence(asn1.objectIdentifier(OID.cmsData)),
        asn1.context(0, ...certificates),
        // Real .NET files write an empty set of revocation lists too.
        asn1.context(1),
        asn1.set(),
      ),
    ),
  );
}

/** Indefinite-length BER, signed by `signer` over no content at all. */
export function indefiniteSignedData(
  certificates: readonly Buffer[],
  signer: Signatory,
  signingTime: Date,
): Buffer {
  const emptyContent = asn1.indefinite(0xa0, asn1.indefinite(0x24));
  return asn1.indefiniteSequence(
    asn1.objectIdentifier(OID.cmsSignedData),
    asn1.indefinite(
      0xa0,
      asn1.indefiniteSequence(
        asn1.integer(1),
        asn1.set(asn1.algorithm(OID.sha256)),
        asn1.indefiniteSequence(asn1.objectIdentifier(OID.cmsData), emptyContent),
        asn1.indefinite(CERTIFICATES_TAG, ...certificates),
        asn1.set(signerInfo(signer, signingTime)),
      ),
    ),
  );
}

function signerInfo(signer: Signatory, signingTime: Date): Buffer {
  // DER orders the members of a SET OF by their encodings; these three are written in that order (RFC 5652, 5.4).
  const attributes = [
    attribute(OID.contentType, asn1.objectIdentifier(OID.cmsData)),
    attribute(OID.signingTime, asn1.time(signingTime)),
    attribute(OID.messageDigest, asn1.octetString(createHash('sha256').digest())),
  ];
  const signature = sign('sha256', asn1.set(...attributes), signer.keys.privateKey);
  return asn1.sequence(
    asn1.integer(1),
    asn1.sequence(distinguishedName(signer.issuerName), asn1.integer(signer.serialNumber)),
    asn1.algorithm(OID.sha256),
    asn1.context(0, ...attributes),
    asn1.algorithm(OID.rsaEncryption),
    asn1.octetString(signature),
  );
}

function attribute(oid: string, value: Buffer): Buffer {
  return asn1.sequence(asn1.objectIdentifier(oid), asn1.set(value));
}
