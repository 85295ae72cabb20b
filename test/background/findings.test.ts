import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeBrowser, type FakeWorker, goodHost, setUpBrowser } from './support/fake-browser.ts';

const PATH = '/home/clerk/.atomas/keystore-new.xml';

let browser: FakeBrowser;
let worker: FakeWorker;

beforeEach(async () => {
  browser = await setUpBrowser();
  worker = await browser.worker();
});

describe('the findings', () => {
  it('are the host, the places and the keystore in use', async () => {
    expect(await worker.ask('findings', {})).toEqual({
      host: { version: '0.1.0' },
      places: [{ path: PATH, found: true, modified: '2026-01-05T01:02:03.000Z' }],
      keystore: {
        path: PATH,
        modified: '2026-01-05T01:02:03.000Z',
        credentials: [expect.objectContaining({ abn: '51824753556', state: 'valid' })],
        inUse: 'ABRD:51824753556_SyntheticMachine',
      },
    });
  });

  it('name no credential in use when the chosen one is gone', async () => {
    await worker.ask('saveSettings', { settings: { credentialId: 'ABRD:gone' } });
    expect(await worker.ask('findings', {})).toMatchObject({ keystore: { inUse: null } });
  });

  it('are for the path that was chosen', async () => {
    await worker.ask('saveSettings', { settings: { keystorePath: '/media/stick/k.xml' } });
    expect(await worker.ask('findings', {})).toMatchObject({ keystore: { path: '/media/stick/k.xml' } });
  });

  it('name the problem of a host that is missing', async () => {
    browser.host = () => {
      throw new Error('No such native application au.usi_companion.host');
    };
    const problem = { code: 'HOST_MISSING', params: {} };
    expect(await worker.ask('findings', {})).toEqual({
      host: { problem },
      places: [],
      keystore: { problem },
    });
  });

  it('show what there is when only the keystore fails', async () => {
    browser.host = goodHost('<credentialStore/>');
    expect(await worker.ask('findings', {})).toMatchObject({
      host: { version: '0.1.0' },
      places: [{ found: true }],
      keystore: { problem: { code: 'KEYSTORE_OTHER_XML' } },
    });
  });
});
