/** Claims the STS knows, and what it can say about a machine credential (protocol facts, b, "Claim types"). */
import type { X509Certificate } from 'node:crypto';
import { event } from './faults.ts';
import type { TokenRequest } from './request.ts';
import { subjectValue } from './sender.ts';

const VANGUARD = 'http://vanguard.ebusiness.gov.au/2008/06/identity/claims/';
const XMLSOAP = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/';

/** The claim that the Registry authorises by. */
export const ABN_CLAIM = `${VANGUARD}abn`;

/** One claim with its value. */
export interface Claim {
  uri: string;
  value: string;
}

/** Whom a token speaks for, and how. */
export interface Subject {
  certificate: X509Certificate;
  /** The credential's own ABN, or with ActAs the second party's. */
  abn: string;
}

/** What a device can claim; what only a person could fill (`undefined`) is known but cannot be supplied. */
const KNOWN: Record<string, ((subject: Subject) => string) | undefined> = {
  [ABN_CLAIM]: ({ abn }) => abn,
  [`${VANGUARD}credentialtype`]: () => 'ABR_Device',
  [`${VANGUARD}commonname`]: ({ certificate }) => subjectValue(certificate, 'CN'),
  [`${VANGUARD}samlsubjectid`]: ({ certificate, abn }) => `${abn}:${subjectValue(certificate, 'CN')}`,
  [`${VANGUARD}fingerprint`]: ({ certificate }) => certificate.fingerprint.replaceAll(':', ''),
  [`${VANGUARD}subjectdn`]: ({ certificate }) => certificate.subject.replaceAll('\n', ', '),
  [`${VANGUARD}issuerdn`]: ({ certificate }) => certificate.issuer.replaceAll('\n', ', '),
  [`${VANGUARD}notafterdate`]: ({ certificate }) => new Date(certificate.validTo).toISOString(),
  [`${VANGUARD}certificateserialnumber`]: ({ certificate }) => certificate.serialNumber,
  [`${VANGUARD}sbr_personid`]: undefined,
  [`${VANGUARD}givennames`]: undefined,
  [`${VANGUARD}credentialadministrator`]: undefined,
  [`${VANGUARD}stalecrlminutes`]: undefined,
  [`${VANGUARD}previoussubject`]: undefined,
  [`${XMLSOAP}surname`]: undefined,
  [`${XMLSOAP}emailaddress`]: undefined,
};

/** Fills the claims asked for. Mandatory ones that are unknown give E2183, those without a value E2182. */
export function fillClaims(asked: TokenRequest['claims'], subject: Subject): Claim[] {
  return asked.flatMap(({ uri, optional }) => {
    if (!optional && !Object.hasOwn(KNOWN, uri)) throw event('E2183', 'claim-unknown');
    const value = KNOWN[uri]?.(subject);
    if (!optional && value === undefined) throw event('E2182', 'claim-not-available');
    return value === undefined ? [] : [{ uri, value }];
  });
}
