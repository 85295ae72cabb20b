import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../background/settings/index.ts';
import { fromStored, toStored } from '../../background/settings/stored.ts';
import { FakeBrowser, type FakeWorker, setUpBrowser } from './support/fake-browser.ts';

const CHOSEN = {
  environment: 'thirdParty',
  orgCode: 'VA1803',
  credentialId: 'ABRD:51824753556_SyntheticMachine',
  keystorePath: '/home/clerk/keystore.xml',
  stsProfile: 'v1.2',
} as const;

describe('stored settings', () => {
  it('come back as they were stored', () => {
    expect(fromStored(toStored(CHOSEN))).toEqual(CHOSEN);
  });

  it('are the defaults while nothing is stored', async () => {
    expect(await (await new FakeBrowser().worker()).ask('readSettings', {})).toEqual({
      environment: 'production',
      orgCode: '',
      credentialId: null,
      keystorePath: null,
      stsProfile: 'v1.3',
    });
  });

  it.each([
    ['environment', 'local'],
    ['environment', 3],
    ['orgCode', null],
    ['orgCode', 'x'.repeat(65)],
    ['credentialId', {}],
    ['keystorePath', ['/a']],
    ['stsProfile', 'v9'],
  ])('fall back one by one: a garbled %s costs only itself', (name, value) => {
    const stored = { version: 1, values: { ...CHOSEN, [name]: value } };
    expect(fromStored(stored)).toEqual({ ...CHOSEN, [name]: DEFAULT_SETTINGS[name as keyof typeof CHOSEN] });
  });

  it.each([
    [null],
    ['settings'],
    [{}],
    [{ version: '1', values: CHOSEN }],
    [{ version: 1, values: null }],
    [{ version: 0, values: CHOSEN }],
  ])('are the defaults when all is garbled: %j', (stored) => {
    expect(fromStored(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('of an older version are migrated, step by step from where they are', () => {
    const migrations = [
      ({ code, ...others }: Readonly<Record<string, unknown>>) => ({ ...others, toid: code }),
      ({ toid, ...others }: Readonly<Record<string, unknown>>) => ({ ...others, orgCode: toid }),
    ];
    expect(fromStored({ version: 1, values: { code: 'A1' } }, migrations).orgCode).toBe('A1');
    expect(fromStored({ version: 2, values: { toid: 'A2' } }, migrations).orgCode).toBe('A2');
    expect(fromStored({ version: 3, values: { orgCode: 'A3' } }, migrations).orgCode).toBe('A3');
  });

  it('of a newer version keep what still fits', () => {
    expect(fromStored({ version: 9, values: { ...CHOSEN, theme: 'dark' } })).toEqual(CHOSEN);
  });
});

describe('changing settings', () => {
  let browser: FakeBrowser;
  let worker: FakeWorker;

  beforeEach(async () => {
    browser = await setUpBrowser();
    worker = await browser.worker();
    await worker.unlock();
    browser.events.length = 0;
  });

  const save = (settings: Parameters<typeof worker.ask<'saveSettings'>>[1]['settings']) =>
    worker.ask('saveSettings', { settings });

  it('keeps those left out', async () => {
    expect(await save({ stsProfile: 'v1.2' })).toEqual({
      ...DEFAULT_SETTINGS,
      orgCode: 'VA1803',
      stsProfile: 'v1.2',
    });
  });

  it('loses none when two pages change at once', async () => {
    await Promise.all([save({ stsProfile: 'v1.2' }), save({ environment: 'thirdParty' })]);
    expect(await worker.ask('readSettings', {})).toMatchObject({
      stsProfile: 'v1.2',
      environment: 'thirdParty',
    });
  });

  it('tidies what is typed, and lets an OrgCode or a path be taken back', async () => {
    expect(await save({ orgCode: ' VA9 ', keystorePath: ' /k.xml ' })).toMatchObject({
      orgCode: 'VA9',
      keystorePath: '/k.xml',
    });
    expect(await save({ orgCode: ' ', keystorePath: ' ' })).toMatchObject({
      orgCode: '',
      keystorePath: null,
    });
  });

  it('refuses an OrgCode that the Registry would refuse, and changes nothing', async () => {
    expect(
      await worker.problemOf('saveSettings', {
        settings: { orgCode: 'VA-1803!', environment: 'thirdParty' },
      }),
    ).toBe('ORG_CODE_MALFORMED');
    expect(await worker.ask('readSettings', {})).toMatchObject({
      orgCode: 'VA1803',
      environment: 'production',
    });
  });

  it('tells open pages, and shows the test environment in the title', async () => {
    await save({ environment: 'thirdParty' });
    expect(browser.events).toEqual(['status-changed']);
    expect(browser.button.title).toBe('toolbarUnlockedTest');
  });

  it('locks for another keystore or another credential', async () => {
    await save({ keystorePath: '/other.xml' });
    expect(worker.parts.session.open).toBeNull();
    await save({ keystorePath: null });
    await worker.unlock();
    await save({ credentialId: 'ABRD:other' });
    expect(worker.parts.session.open).toBeNull();
  });

  it('does not lock for the credential that is open, or for anything else', async () => {
    await save({
      credentialId: CHOSEN.credentialId,
      environment: 'thirdParty',
      orgCode: 'VA9',
      stsProfile: 'v1.2',
    });
    expect(worker.parts.session.open).not.toBeNull();
    await save({ credentialId: null });
    expect(worker.parts.session.open).not.toBeNull();
  });

  it('forgets the verdict of the other environment', async () => {
    await browser.session.write({ 'look-up': { state: 'running', query: {}, startedAt: 0 } });
    await save({ environment: 'thirdParty' });
    expect(browser.session.values.has('look-up')).toBe(false);
  });
});
