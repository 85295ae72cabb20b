/** Who signed a token request, and whether that credential may be used. */
import { X509Certificate } from 'node:crypto';
import type { CredentialAuthority } from '../issuer/index.ts';
import { children, type Element, textOf } from '../soap/dom.ts';
import { insecure } from '../soap/faults.ts';
import { NS, TOKEN } from '../soap/names.ts';
import type { SecurityHeader } from '../soap/security-header.ts';
import { keyInfoValue, wsuId } from '../soap/signature.ts';
import { event } from './faults.ts';

/** The certificate in the one BinarySecurityToken, which KeyInfo has to point at. */
export function signingCertificate({ element, signature }: SecurityHeader): X509Certificate {
  const [token, second] = children(element, NS.security, 'BinarySecurityToken');
  if (!token) throw insecure('binary-token-missing');
  if (second) throw insecure('binary-token-repeated');
  if (keyInfoValue(signature, 'Reference') !== `#${wsuId(token)}`) throw insecure('key-info');
  const encoding = token.getAttribute('EncodingType');
  if (token.getAttribute('ValueType') !== TOKEN.x509v3 || encoding !== TOKEN.base64) {
    throw insecure('binary-token-type');
  }
  return parseCertificate(token);
}

/** Throws the STS's own fault unless the credential is one of the authority's, in date and in good standing. */
export function checkCredential(
  certificate: X509Certificate,
  authority: CredentialAuthority,
  now: number,
): void {
  const issuer = new X509Certificate(authority.sub.certificate);
  if (!certificate.checkIssued(issuer) || !certificate.verify(issuer.publicKey)) {
    throw event('E2020', 'issuer-unknown');
  }
  const standing = authority.standingOf(certificate.raw);
  if (standing === undefined || standing === 'unrecognised') throw event('E2169', 'credential-unrecognised');
  if (standing === 'revoked') throw event('E2014', 'credential-revoked');
  if (Date.parse(certificate.validTo) < now) throw event('E2015', 'credential-expired');
  if (Date.parse(certificate.validFrom) > now) throw event('E2017', 'credential-not-yet-valid');
}

/** One value of the certificate's subject, e.g. `O`, which holds the ABN. */
export function subjectValue(certificate: X509Certificate, name: 'O' | 'CN'): string {
  const line = certificate.subject.split('\n').find((part) => part.startsWith(`${name}=`));
  return line?.slice(name.length + 1) ?? '';
}

function parseCertificate(token: Element): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(textOf(token), 'base64'));
  } catch {
    throw insecure('binary-token-unreadable');
  }
}
