import type { CredentialIdentity } from './credential.ts';

type Validity = 'valid' | 'expired' | 'not-yet-valid';

type Period = Pick<CredentialIdentity, 'validFrom' | 'validTo'>;

/** Whether the certificate covers this moment (milliseconds since 1970); both ends belong to it (RFC 5280 4.1.2.5). */
export function validity({ validFrom, validTo }: Period, nowMs: number): Validity {
  if (nowMs < validFrom.getTime()) return 'not-yet-valid';
  return nowMs > validTo.getTime() ? 'expired' : 'valid';
}

/** An order for `sort`: what is not expired first, then what lasts longest. */
export function byPreference(nowMs: number): (left: Period, right: Period) => number {
  const expired = (credential: Period) => Number(validity(credential, nowMs) === 'expired');
  return (left, right) => expired(left) - expired(right) || right.validTo.getTime() - left.validTo.getTime();
}

/** The credential of that id; the preferred one where an old and a renewed one share it. */
export function findCredential<Found extends CredentialIdentity>(
  credentials: readonly Found[],
  id: string,
  nowMs: number,
): Found | undefined {
  return credentials.filter((credential) => credential.id === id).sort(byPreference(nowMs))[0];
}
