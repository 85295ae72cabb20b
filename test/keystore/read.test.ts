import { describe, expect, it } from 'vitest';
import { issueKeystore } from '../../simulator/issuer/index.ts';
import { type Credential, KEYSTORE_LIMIT_BYTES, readKeystore } from '../../src/keystore/index.ts';
import { problem, SYNTHETIC_KEYSTORE, withBytes, withElement } from './support.ts';

const ID = 'ABRD:51824753556_SyntheticMachine';
const MACHINE = { abn: '51824753556', name: 'Front desk', legalName: 'Example & Sons <Training>' };
const OTHER = { abn: '53004085616', name: 'Back office' };

describe('a keystore', () => {
  it('is read without the password', () => {
    expect(readKeystore(SYNTHETIC_KEYSTORE)).toMatchObject([
      {
        id: ID,
        abn: '51824753556',
        name: 'SyntheticMachine',
        legalName: 'SyntheticMachine',
        type: 'D',
        serialNumber: '4242',
        validFrom: new Date('2026-01-01T00:00:00Z'),
        validTo: new Date('2036-01-01T00:00:00Z'),
        issuer: 'SyntheticMachine',
        fingerprint: '7d46d765318326dd1a70c707c5cb5db0f1296984',
        chain: [],
      },
    ]);
  });

  it.each(['java', 'dotnet'] as const)(
    'of the %s writer lists every credential in the file’s order',
    async (dialect) => {
      const { xml, credentials } = await issueKeystore({ dialect, credentials: [MACHINE, OTHER] });
      expect(readKeystore(xml)).toMatchObject(
        credentials.map(({ id, abn, serialDecimal, notBefore, notAfter }) => ({
          id,
          abn,
          serialNumber: serialDecimal,
          validFrom: notBefore,
          validTo: notAfter,
        })),
      );
      expect(readKeystore(xml)[0]?.legalName).toBe(MACHINE.legalName);
      expect(readKeystore(xml)[0]?.chain).toHaveLength(2);
    },
  );

  it('reads the same with a byte order mark, CRLF and wrapped base64', async () => {
    const { xml, credentials } = await issueKeystore({
      credentials: [MACHINE],
      byteOrderMark: true,
      lineEnd: '\r\n',
      wrapBase64: true,
    });
    expect(xml.startsWith('\uFEFF')).toBe(true);
    expect(readKeystore(xml)[0]?.certificate).toEqual(new Uint8Array(credentials[0]?.certificateDer ?? []));
  });

  it('reads the same in any order of attributes and elements, with any prefix', () => {
    const expected = readKeystore(SYNTHETIC_KEYSTORE);
    const [start, end] = [SYNTHETIC_KEYSTORE.indexOf('<name1>'), SYNTHETIC_KEYSTORE.indexOf('</credential>')];
    const elements = SYNTHETIC_KEYSTORE.slice(start, end).match(/<(\w+)>[^<]*<\/\1>|<\w+\/>/g) ?? [];
    const shuffled = [
      SYNTHETIC_KEYSTORE.slice(0, start),
      ...elements.reverse(),
      SYNTHETIC_KEYSTORE.slice(end),
    ].join('\n');
    const attributes = shuffled.replace(/(id="[^"]*")([^>]*)>/, '$2 $1>');
    const prefixed = attributes.replace('xmlns=', 'xmlns:k=').replaceAll(/<(\/?)(?=\w)/g, '<$1k:');
    for (const variant of [shuffled, attributes, prefixed]) {
      expect(variant).not.toBe(SYNTHETIC_KEYSTORE);
      expect(readKeystore(variant)).toEqual(expected);
    }
  });

  it('takes validity from the certificate, whatever the file says', () => {
    const lying = withElement(SYNTHETIC_KEYSTORE, 'notAfter', '2099-01-01T00:00:00+10:00');
    expect(readKeystore(lying)[0]?.validTo).toEqual(new Date('2036-01-01T00:00:00Z'));
  });

  it('does not need what it does not use', () => {
    let xml = SYNTHETIC_KEYSTORE.replace(/ (credentialSalt|integrityValue)="[^"]*"/g, '');
    for (const name of ['salt', 'legalName', 'creationDate', 'notBefore', 'notAfter'])
      xml = withElement(xml, name, null);
    expect(readKeystore(xml)).toMatchObject([{ id: ID, legalName: '' }]);
  });

  it('is read with spaces in the ABN and around it', () => {
    const spaced = withElement(SYNTHETIC_KEYSTORE, 'abn', ' 51 824 753 556 ');
    expect(readKeystore(spaced)[0]?.abn).toBe('51824753556');
  });
});

describe('what is not a keystore', () => {
  const page = '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>';

  it.each([
    ['nothing', '', 'KEYSTORE_NOT_XML', {}],
    ['a PKCS#12 file', '0\u0082\u0005\u00a8\u0002\u0001\u0003', 'KEYSTORE_NOT_XML', {}],
    ['a store with a broken tag', SYNTHETIC_KEYSTORE.replace('</abn>', '</abm>'), 'KEYSTORE_NOT_XML', {}],
    ['a web page', page, 'KEYSTORE_OTHER_XML', { root: 'html' }],
    ['a store of another namespace', '<credentialStore/>', 'KEYSTORE_OTHER_XML', { root: 'credentialStore' }],
    ['a DOCTYPE', SYNTHETIC_KEYSTORE.replace('<cred', '<!DOCTYPE x><cred'), 'KEYSTORE_DOCTYPE', {}],
    [
      'an entity',
      SYNTHETIC_KEYSTORE.replace('<cred', '<!DOCTYPE x [<!ENTITY a "b">]><cred').replace('<abn>', '<abn>&a;'),
      'KEYSTORE_DOCTYPE',
      {},
    ],
    ['an undeclared entity', SYNTHETIC_KEYSTORE.replace('<abn>', '<abn>&a;'), 'KEYSTORE_NOT_XML', {}],
    ['more than 512 KiB', ' '.repeat(KEYSTORE_LIMIT_BYTES + 1), 'KEYSTORE_TOO_LARGE', {}],
    ['512 KiB in fewer characters', 'é'.repeat(KEYSTORE_LIMIT_BYTES / 2 + 1), 'KEYSTORE_TOO_LARGE', {}],
    ['an empty list', SYNTHETIC_KEYSTORE.replace(/<credential .*<\/credential>/s, ''), 'KEYSTORE_EMPTY', {}],
    ['no list', SYNTHETIC_KEYSTORE.replace(/<credentials>.*<\/credentials>/s, ''), 'KEYSTORE_EMPTY', {}],
  ] as const)('is refused: %s', (_what, xml, code, params) => {
    expect(() => readKeystore(xml)).toThrow(problem(code, params));
  });

  it.each([0.1, 0.5, 0.9, 0.999])('is refused as truncated when it ends after %d of its length', (share) => {
    const cut = SYNTHETIC_KEYSTORE.slice(0, Math.floor(SYNTHETIC_KEYSTORE.trimEnd().length * share));
    expect(() => readKeystore(cut)).toThrow(problem('KEYSTORE_TRUNCATED'));
  });
});

describe('a damaged credential', () => {
  it.each(['name1', 'abn', 'publicCertificate', 'protectedPrivateKey'])(
    'is named with its part: %s',
    (part) => {
      const damaged = problem('KEYSTORE_DAMAGED', { id: ID, part });
      expect(() => readKeystore(withElement(SYNTHETIC_KEYSTORE, part, null))).toThrow(damaged);
      expect(() => readKeystore(withElement(SYNTHETIC_KEYSTORE, part, '  '))).toThrow(damaged);
      const twice = SYNTHETIC_KEYSTORE.replace(new RegExp(`<${part}>.*</${part}>`), '$&$&');
      expect(() => readKeystore(twice)).toThrow(damaged);
    },
  );

  it.each(['id', 'credentialType'])('is named with its attribute: %s', (name) => {
    const without = SYNTHETIC_KEYSTORE.replace(new RegExp(` ${name}="[^"]*"`), '');
    expect(() => readKeystore(without)).toThrow(problem('KEYSTORE_DAMAGED', { part: name }));
  });

  it.each(['publicCertificate', 'protectedPrivateKey'])(
    'is one whose %s is cut off or not base64',
    (part) => {
      const damaged = problem('KEYSTORE_DAMAGED', { id: ID, part });
      const cut = withBytes(SYNTHETIC_KEYSTORE, part, (bytes) => bytes.subarray(0, -3));
      expect(() => readKeystore(cut)).toThrow(damaged);
      expect(() => readKeystore(withElement(SYNTHETIC_KEYSTORE, part, 'MII*'))).toThrow(damaged);
    },
  );

  it('is one whose ABN is no ABN', () => {
    const short = withElement(SYNTHETIC_KEYSTORE, 'abn', '5182475355');
    expect(() => readKeystore(short)).toThrow(problem('KEYSTORE_DAMAGED', { part: 'abn' }));
  });

  it('is one whose certificates are another kind of CMS', () => {
    const otherKind = withBytes(SYNTHETIC_KEYSTORE, 'publicCertificate', (bytes) => {
      const kind = bytes.indexOf(Buffer.from('2a864886f70d010702', 'hex'));
      return Buffer.from(bytes).fill(3, kind + 8, kind + 9);
    });
    expect(() => readKeystore(otherKind)).toThrow(problem('KEYSTORE_DAMAGED', { part: 'publicCertificate' }));
  });
});

describe('a credential of the AUSkey era', () => {
  const user = { ...OTHER, type: 'U' } as const;

  it('is listed beside a machine credential, with its type', async () => {
    const { xml } = await issueKeystore({ credentials: [user, MACHINE] });
    expect(readKeystore(xml).map(({ type }: Credential) => type)).toEqual(['U', 'D']);
  });

  it('is the problem of a store that holds nothing else', async () => {
    const { xml } = await issueKeystore({ credentials: [user] });
    expect(() => readKeystore(xml)).toThrow(problem('CREDENTIAL_NOT_MACHINE', { type: 'U' }));
  });

  it('does not stand in the way of a machine credential if it cannot be read', async () => {
    const { xml } = await issueKeystore({ credentials: [user, MACHINE] });
    const unreadable = withElement(xml, 'publicCertificate', 'AAAA');
    expect(readKeystore(unreadable).map(({ type }) => type)).toEqual(['D']);
  });
});
