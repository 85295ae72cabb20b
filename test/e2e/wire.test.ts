import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../simulator/index.ts';
import { Desk } from './support/desk.ts';
import { MARYAM, MARYAM_QUERY } from './support/students.ts';

const REGISTRY = 'https://3pt.portal.usi.gov.au';

/** All that our requests carry; what a plain HTTP client sends, and what Chromium says of itself. */
const EXPECTED_HEADERS = [
  'accept',
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'content-length',
  'content-type',
  'host',
  'pragma',
  'user-agent',
];

describe('requests to the services', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.unlock();
  });
  afterAll(() => desk.close());
  beforeEach(() => {
    desk.simulator.setFaults([]);
    desk.simulator.clearLog();
  });

  const expectPlain = (entry: LogEntry | undefined) => {
    expect(Object.keys(entry?.headers ?? {}).sort()).toEqual(EXPECTED_HEADERS);
    // Protocol dossier, sections b and e.
    expect(entry?.headers['content-type']).toBe('application/soap+xml; charset=utf-8');
  };

  it('look like a plain client’s: no cookie, no Origin, no Referer, no Sec-Fetch-*', async () => {
    await desk.withPopup((popup) => popup.lookUp(MARYAM));
    expect(
      desk.simulator.log.map(({ host, path, operation, outcome }) => [operation, outcome, host + path]),
    ).toEqual([
      ['RST', 'ok', 'softwareauthorisations.evte.ato.gov.au/R3.0/S007v1.3/service.svc'],
      ['VerifyUSI', 'ok', '3pt.portal.usi.gov.au/service/v5/usiservice.svc'],
    ]);
    for (const entry of desk.simulator.log) expectPlain(entry);
  });

  it('go to the real services’ names in production', async () => {
    await desk.companion.send('saveSettings', { settings: { environment: 'production' } });
    await desk.companion.send('verify', { student: MARYAM_QUERY });
    await desk.companion.send('saveSettings', { settings: { environment: 'thirdParty' } });
    expect(desk.simulator.log.map(({ operation, outcome, host }) => [operation, outcome, host])).toEqual([
      ['RST', 'ok', 'softwareauthorisations.ato.gov.au'],
      ['VerifyUSI', 'ok', 'portal.usi.gov.au'],
    ]);
    for (const entry of desk.simulator.log) expectPlain(entry);
  });

  describe('while the user has a tab of the same site open', () => {
    let tab: Page;
    beforeAll(async () => {
      desk.simulator.setFaults([
        {
          match: { operation: 'unknown' },
          do: {
            status: 200,
            body: '<!doctype html><title>The Registry’s own portal</title>',
            headers: { 'Set-Cookie': 'portal=signed-in; Path=/; Secure; SameSite=None' },
          },
        },
      ]);
      tab = await desk.browser.newPage();
      await tab.goto(`${REGISTRY}/`);
    });
    afterAll(() => tab.close());

    it('do not carry the cookie that the tab was given', async () => {
      expect(await desk.browser.cookies()).toContainEqual(
        expect.objectContaining({ name: 'portal', value: 'signed-in', domain: '3pt.portal.usi.gov.au' }),
      );
      await desk.withPopup(async (popup) => {
        await popup.clear();
        await popup.lookUp(MARYAM);
      });
      const call = desk.simulator.log.find(({ operation }) => operation === 'VerifyUSI');
      expect(call?.outcome).toBe('ok');
      expectPlain(call);
    });

    it('leave the tab’s own requests as they are', async () => {
      await tab.evaluate(() => fetch('/service/v5/usiservice.svc', { method: 'POST', body: 'own' }));
      expect(desk.simulator.log.at(-1)?.headers).toMatchObject({
        cookie: 'portal=signed-in',
        origin: REGISTRY,
        referer: `${REGISTRY}/`,
        'sec-fetch-mode': 'cors',
        'sec-fetch-site': 'same-origin',
      });
    });

    it('leave the tab’s navigation as it is', async () => {
      await tab.goto(`${REGISTRY}/`);
      expect(desk.simulator.log.at(-1)?.headers).toMatchObject({
        cookie: 'portal=signed-in',
        'sec-fetch-mode': 'navigate',
      });
    });
  });
});
