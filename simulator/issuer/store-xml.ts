/** The text of a `credentialStore` file, letter by letter as the two known writers produce it (keystore facts, A1 and A3). */

import { escapeXml } from '../soap/write.ts';

/** One credential, ready to be written. */
export interface StoreEntry {
  id: string;
  type: 'D' | 'U';
  credentialSalt: Buffer;
  integrityValue: Buffer;
  name1: string;
  name2: string;
  abn: string;
  legalName: string;
  personId: string;
  serialDecimal: string;
  creationDate: Date;
  notBefore: Date;
  notAfter: Date;
  fingerprint: Buffer;
  publicCertificate: Buffer;
  protectedPrivateKey: Buffer;
}

/** How the file is laid out; every choice is one that a reader has to survive. */
export interface StoreLayout {
  dialect: 'java' | 'dotnet';
  byteOrderMark: boolean;
  lineEnd: '\n' | '\r\n';
  /** Breaks base64 into indented lines of 76 characters. */
  wrapBase64: boolean;
}

const NAMESPACE = 'http://auth.abr.gov.au/credential/xsd/SBRCredentialStore';
const BYTE_ORDER_MARK = '\uFEFF';

/** The whole file as text. */
export function writeStore(salt: Buffer, entries: readonly StoreEntry[], layout: StoreLayout): string {
  const java = layout.dialect === 'java';
  const lines = [
    java ? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' : '<?xml version="1.0"?>',
    java
      ? `<credentialStore xmlns="${NAMESPACE}">`
      : `<credentialStore xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="${NAMESPACE}">`,
    `  <salt>${salt.toString('base64')}</salt>`,
    '  <credentials>',
    ...entries.flatMap((entry) => credentialLines(entry, layout)),
    '  </credentials>',
    '</credentialStore>',
    '',
  ];
  return (layout.byteOrderMark ? BYTE_ORDER_MARK : '') + lines.join(layout.lineEnd);
}

function credentialLines(entry: StoreEntry, layout: StoreLayout): string[] {
  const java = layout.dialect === 'java';
  const attribute = {
    id: `id="${escapeXml(entry.id)}"`,
    type: `credentialType="${entry.type}"`,
    salt: `credentialSalt="${entry.credentialSalt.toString('base64')}"`,
    integrity: `integrityValue="${entry.integrityValue.toString('base64')}"`,
  };
  const attributes = java
    ? [attribute.integrity, attribute.type, attribute.id, attribute.salt]
    : [attribute.id, attribute.type, attribute.salt, attribute.integrity];
  const child = (name: string, text: string) =>
    text === '' ? `      <${name}${java ? '' : ' '}/>` : `      <${name}>${escapeXml(text)}</${name}>`;
  const bytes = (name: string, value: Buffer) => child(name, base64(value, layout));
  // The Java writer prints UTC clock time and labels it +10:00; readers must not believe it (keystore facts, A7).
  const offset = java ? '+10:00' : '+00:00';
  const clock = (date: Date) => date.toISOString().slice(0, 19);
  return [
    `    <credential ${attributes.join(' ')}>`,
    child('name1', entry.name1),
    child('name2', entry.name2),
    child('abn', entry.abn),
    child('legalName', entry.legalName),
    child('personId', entry.personId),
    child('serialNumber', entry.serialDecimal),
    child('creationDate', clock(entry.creationDate)),
    child('notBefore', clock(entry.notBefore) + offset),
    child('notAfter', clock(entry.notAfter) + offset),
    child('sha1fingerprint', entry.fingerprint.toString('base64')),
    bytes('publicCertificate', entry.publicCertificate),
    bytes('protectedPrivateKey', entry.protectedPrivateKey),
    '    </credential>',
  ];
}

function base64(value: Buffer, layout: StoreLayout): string {
  const text = value.toString('base64');
  if (!layout.wrapBase64) return text;
  const lines = text.match(/.{1,76}/g) ?? [];
  return [...lines.map((line) => `${layout.lineEnd}        ${line}`), `${layout.lineEnd}      `].join('');
}
