/** What the built extension is: its manifests, its words, and what its scripts hold and do not hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/build/paths.ts';
import { PROBLEMS } from '../../src/problems/index.ts';
import { built, codeOfPage } from '../support/built.ts';

const SOURCE = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8'));
const PAGES = ['popup/index.html', 'options/index.html'];

const SERVICES = [
  'https://softwareauthorisations.ato.gov.au',
  'https://softwareauthorisations.evte.ato.gov.au',
  'https://portal.usi.gov.au',
  'https://3pt.portal.usi.gov.au',
];

describe('the manifest', () => {
  const manifest = (browser: string) => JSON.parse(built(browser, 'manifest.json'));

  it('for Chromium is the source less what only Firefox understands', () => {
    const { browser_specific_settings: _, ...expected } = SOURCE;
    const background = { service_worker: 'background.js', type: 'module' };
    expect(manifest('chromium')).toEqual({ ...expected, background });
  });

  it('for Firefox is the source less what only Chromium understands', () => {
    const { key: _, minimum_chrome_version: __, ...expected } = SOURCE;
    const background = { scripts: ['background.js'], type: 'module' };
    expect(manifest('firefox')).toEqual({ ...expected, background });
  });

  for (const browser of ['chromium', 'firefox']) {
    it(`for ${browser} asks for exactly what is needed and no more`, () => {
      const asked = manifest(browser);
      expect(asked.permissions).toEqual([
        'nativeMessaging',
        'storage',
        'alarms',
        'idle',
        'declarativeNetRequestWithHostAccess',
      ]);
      expect(asked.host_permissions).toEqual(SERVICES.map((service) => `${service}/*`));
      for (const name of ['optional_permissions', 'optional_host_permissions', 'content_scripts']) {
        expect(asked).not.toHaveProperty(name);
      }
      for (const name of ['web_accessible_resources', 'externally_connectable']) {
        expect(asked).not.toHaveProperty(name);
      }
    });

    it(`for ${browser} lets pages load the package only and connect to the services only`, () => {
      expect(manifest(browser).content_security_policy).toEqual({
        extension_pages: [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self'",
          `connect-src ${SERVICES.join(' ')}`,
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
        ].join('; '),
      });
    });
  }
});

describe('the words', () => {
  const words: Record<string, { message: string }> = JSON.parse(
    built('chromium', '_locales/en/messages.json'),
  );

  it('say of every problem what happened and what to do next', () => {
    const missing = Object.keys(PROBLEMS)
      .flatMap((code) => [`problem_${code}_what`, `problem_${code}_next`])
      .filter((key) => !words[key]?.message);
    expect(missing).toEqual([]);
  });

  it('are there for every key that pages and manifest ask for', () => {
    const sources = ['src/ui', 'popup', 'options'].flatMap(sourcesBelow).join('\n');
    const asked = [
      ...[...sources.matchAll(/\bwords\(\s*'(\w+)'/g)].map(([, key = '']) => key),
      ...[...JSON.stringify(SOURCE).matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key),
    ];
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !words[key])).toEqual([]);
  });
});

describe('the scripts', () => {
  let background: string;
  const pages: Record<string, string> = {};
  beforeAll(() => {
    background = built('chromium', 'background.js');
    for (const page of PAGES) pages[page] = codeOfPage(page);
  });

  it('of the background are the same in both browsers', () => {
    expect(built('firefox', 'background.js')).toBe(background);
  });

  /** Texts that only these libraries hold and that minifying keeps. */
  const MARKERS = { 'node-forge': '3DES-CBC', xmldom: 'HierarchyRequestError' };
  for (const [library, marker] of Object.entries(MARKERS)) {
    it(`of the pages hold no ${library}, those of the background do`, () => {
      expect(background).toContain(marker);
      for (const code of Object.values(pages)) {
        expect(code.length).toBeGreaterThan(10_000);
        expect(code).not.toContain(marker);
      }
    });
  }

  /** One text of each file of node-forge that nothing here needs. */
  const UNUSED = {
    'aes.js': 'Invalid key parameter.',
    'asn1.js': 'ASN.1 parsing error: Max depth exceeded.',
    'http.js': 'Certificate common name does not match url host.',
    'pbe.js': 'ASN.1 object is not a supported EncryptedPrivateKeyInfo.',
    'pbkdf2.js': 'Derived key is too long.',
    'pkcs12.js': 'ASN.1 object is not an PKCS#12 PFX.',
    'pkcs7.js': 'ASN.1 object is not an PKCS#7 ContentInfo.',
    'rsa.js': 'ASN.1 object does not contain an RSAPrivateKey.',
    'sha512.js': 'Invalid SHA-512 algorithm: ',
    'tls.js': 'Bad record MAC.',
    'x509.js': 'ASN.1 object is not an X509v3 Certificate.',
  };
  for (const [file, text] of Object.entries(UNUSED)) {
    it(`hold nothing of node-forge’s ${file}`, () => {
      expect(readFileSync(join(ROOT, 'node_modules/node-forge/lib', file), 'utf8')).toContain(text);
      expect(background).not.toContain(text);
    });
  }

  it('are production code: they name no source file and no folder of the computer that built them', () => {
    for (const code of [background, ...Object.values(pages)]) {
      expect(code).not.toContain(ROOT);
      expect(code).not.toMatch(/\.tsx?\b/);
    }
  });

  it('evaluate no text as code and load no code later', () => {
    for (const code of [background, ...Object.values(pages)]) {
      expect(code).not.toMatch(/\beval\(|\bnew Function\b|\bFunction\(|\bimportScripts\b|\bimport\(/);
    }
  });

  it('of the background touch the document only where a library first asks whether there is one', () => {
    const touches = [...background.matchAll(/\bdocument\.(\w+)[^;]{0,20}/g)].map(([text]) => text);
    expect(touches).toEqual([
      // node-forge's util.setImmediate, behind `typeof MutationObserver`.
      expect.stringMatching(/^document\.createElement\(.div.\)/),
    ]);
    expect(background).toMatch(/typeof MutationObserver[^}]+document\.createElement/);
  });

  /**
   * Bytes. The background has room for a third more; node-forge's own PBE and RSA (141 kB with what they need)
   * break it. A page has room for half as much again; xmldom (83 kB) breaks it.
   */
  const BUDGETS = { background: 300_000, page: 90_000 };
  it('are no larger than they need to be', () => {
    const sizes = Object.entries({ 'background.js': background, ...pages });
    for (const [name, code] of sizes) {
      console.log(`${name}: ${Buffer.byteLength(code)} bytes, ${gzipSync(code).length} compressed`);
      const budget = name === 'background.js' ? BUDGETS.background : BUDGETS.page;
      expect(Buffer.byteLength(code), name).toBeLessThan(budget);
    }
  });
});

function sourcesBelow(room: string): string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(ROOT, room, file), 'utf8'));
}
