import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BODIES } from '../../simulator/faults/bodies.ts';
import { readFaultFile } from '../../simulator/faults/index.ts';
import { type FaultRule, type Simulator, startSimulator } from '../../simulator/index.ts';
import { STACK_FAULTS } from '../../simulator/soap/faults.ts';
import { post } from './support/http.ts';
import { call, verdictOf } from './support/registry-call.ts';
import { type IssuedToken, requestToken, tokenRequest } from './support/token-request.ts';

let folder: string;
let simulator: Simulator;
let token: IssuedToken;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  simulator = await startSimulator({ logFile: join(folder, 'log') });
  token = await requestToken(simulator);
});
afterAll(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => simulator.clearLog());
afterEach(() => simulator.setFaults([]));

const verify = () => call(simulator, token);
const issue = () => post(simulator, simulator.sts, tokenRequest(simulator));
/** Status of each answer in turn; 0 when there was none. */
async function statuses(...requests: (() => Promise<{ status: number }>)[]): Promise<number[]> {
  const found: number[] = [];
  for (const send of requests) found.push((await send().catch(() => ({ status: 0 }))).status);
  return found;
}

describe('which requests a rule is for', () => {
  const unavailable = { status: 503 };
  it.each<[string, NonNullable<FaultRule['match']>, number[]]>([
    ['all', {}, [503, 503, 503, 503]],
    ['all, by a star', { operation: '*' }, [503, 503, 503, 503]],
    ['one operation', { operation: 'RST' }, [200, 503, 200, 503]],
    ['the third request of all', { request: 3 }, [200, 200, 503, 200]],
    ['the second of an operation', { operation: 'VerifyUSI', request: 2 }, [200, 200, 503, 200]],
    ['a range', { request: [2, 3] }, [200, 503, 503, 200]],
    ['a number of times', { times: 2 }, [503, 503, 200, 200]],
  ])('%s', async (_title, match, expected) => {
    simulator.setFaults([{ match, do: unavailable }]);
    expect(await statuses(verify, issue, verify, issue)).toEqual(expected);
  });

  it('lets the first matching rule act alone, and the next once that is used up', async () => {
    simulator.setFaults([
      { match: { times: 1 }, do: { status: 502 } },
      { match: { times: 1 }, do: { status: 503 } },
    ]);
    expect(await statuses(verify, verify, verify)).toEqual([502, 503, 200]);
  });

  it('counts anew when the rules are set anew', async () => {
    const rules: FaultRule[] = [{ match: { request: 1 }, do: unavailable }];
    simulator.setFaults(rules);
    expect(await statuses(verify, verify)).toEqual([503, 200]);
    simulator.setFaults(rules);
    expect(await statuses(verify)).toEqual([503]);
  });
});

describe('what a rule can do', () => {
  const script = (action: FaultRule['do']) => simulator.setFaults([{ match: {}, do: action }]);

  it('delays an answer', async () => {
    script({ delayMs: 300 });
    const started = performance.now();
    expect((await verify()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(290);
    expect(simulator.log.at(-1)?.ms).toBeGreaterThan(290);
  });

  it('drops the connection', async () => {
    script({ drop: true });
    await expect(verify()).rejects.toThrow();
    expect(simulator.log).toMatchObject([{ outcome: 'scripted', cause: 'drop', operation: 'VerifyUSI' }]);
  });

  it('answers with a status, a body and headers', async () => {
    script({ status: 429, body: 'slow down', contentType: 'text/plain', headers: { 'Retry-After': '7' } });
    expect(await verify()).toMatchObject({
      status: 429,
      text: 'slow down',
      headers: { 'content-type': 'text/plain', 'retry-after': '7' },
    });
    expect(simulator.log).toMatchObject([{ outcome: 'scripted', cause: 'status-429', fault: null }]);
  });

  it.each([
    ['E2014', 'Event Code: [E2014]'],
    ['E9999', 'Event Code: [E9999]'],
    ['1001', '<Code>1001</Code><Title>Service Unavailable</Title>'],
    ['2004', '<Code>2004</Code>'],
    ['InvalidSecurity', ':InvalidSecurity</s:Value>'],
    ['FailedAuthentication', ':FailedAuthentication</s:Value>'],
    ['MessageExpired', ':MessageExpired</s:Value>'],
    ['ActionNotSupported', ':ActionNotSupported</s:Value>'],
    ['EndpointUnavailable', ':EndpointUnavailable</s:Value>'],
    ['MustUnderstand', 's:MustUnderstand</s:Value>'],
  ])('answers with the fault %s', async (fault, words) => {
    script({ fault });
    const reply = await verify();
    expect(reply.status).toBe(500);
    expect(reply.text).toContain(words);
    expect(simulator.log).toMatchObject([{ outcome: 'fault', fault, cause: 'scripted' }]);
  });

  it("sets the service's clock for one request: its Date header, its judgement and the log", async () => {
    script({ clockOffsetSeconds: 600 });
    const reply = await verify();
    const ahead = Date.parse(reply.headers.date ?? '') - Date.now();
    expect(ahead).toBeGreaterThan(595_000);
    expect(ahead).toBeLessThan(605_000);
    expect(simulator.log).toMatchObject([{ fault: 'InvalidSecurity', cause: 'timestamp-expired' }]);
    expect(Date.parse(simulator.log[0]?.at ?? '') - Date.now()).toBeGreaterThan(595_000);
  });

  it('shortens the life of a token', async () => {
    script({ tokenLifeSeconds: 5 });
    const issued = await requestToken(simulator);
    expect(issued.expires.getTime() - Date.now()).toBeLessThan(5001);
  });

  it.each<[string, 'RST' | 'VerifyUSI', (text: string) => void]>([
    ['not-xml', 'VerifyUSI', (text) => expect(text).not.toMatch(/^</)],
    ['doctype', 'VerifyUSI', (text) => expect(text).toMatch(/^<!DOCTYPE s:Envelope \[<!ENTITY/)],
    ['truncated', 'VerifyUSI', (text) => expect(text).not.toContain('</s:Envelope>')],
    ['oversized', 'VerifyUSI', (text) => expect(text.length).toBeGreaterThan(20_000_000)],
    ['empty', 'VerifyUSI', (text) => expect(text).toBe('')],
    ['byte-order-mark', 'VerifyUSI', (text) => expect(text.codePointAt(0)).toBe(0xfeff)],
    ['html-login', 'RST', (text) => expect(text).toContain('<form')],
    ['soap-1.1', 'RST', (text) => expect(text).toContain('http://schemas.xmlsoap.org/soap/envelope/')],
    ['empty-body', 'VerifyUSI', (text) => expect(text).toContain('<s:Body></s:Body>')],
    ['unrelated', 'VerifyUSI', (text) => expect(text).toContain('>urn:uuid:00000000-0000')],
    ['no-relates-to', 'VerifyUSI', (text) => expect(text).not.toContain('RelatesTo')],
    [
      'computed-key',
      'RST',
      (text) => expect(text).toMatch(/RequestedProofToken><trust:ComputedKey>.*Entropy/),
    ],
    ['no-proof', 'RST', (text) => expect(text).not.toContain('RequestedProofToken')],
    ['no-token', 'RST', (text) => expect(text).not.toContain('EncryptedAssertion')],
    ['no-reference', 'RST', (text) => expect(text).not.toContain('RequestedAttachedReference')],
    ['no-lifetime', 'RST', (text) => expect(text).not.toContain('Lifetime')],
    ['past-lifetime', 'RST', (text) => expect(text).toContain('<u:Expires>2001-01-01T00:00:00.000Z')],
    ['unknown-status', 'VerifyUSI', (text) => expect(text).toContain('<USIStatus>Suspended</USIStatus>')],
    ['unknown-flag', 'VerifyUSI', (text) => expect(text).toContain('<DateOfBirth>Maybe</DateOfBirth>')],
  ])('damages an answer: %s', async (body, operation, check) => {
    script({ body });
    const reply = await (operation === 'RST' ? issue() : verify());
    expect(reply.status).toBe(200);
    check(reply.text);
    expect(simulator.log).toMatchObject([{ operation, outcome: 'scripted', cause: body }]);
  });

  it('cuts an answer off in the middle', async () => {
    script({ body: 'cut-off' });
    await expect(verify()).rejects.toThrow();
    expect(simulator.log).toMatchObject([{ outcome: 'scripted', cause: 'cut-off' }]);
  });
});

describe('the page that describes the rules', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../simulator/README.md'), 'utf8');
  it.each([...Object.keys(BODIES), ...Object.keys(STACK_FAULTS)])('names %s', (name) => {
    expect(page).toContain(`\`${name}\``);
  });
});

describe('rules that make no sense', () => {
  it.each<[string, unknown]>([
    ['the rules must be an array', {}],
    ['rule 1 must be an object', ['drop']],
    ['rule 1.when is not known', [{ when: {}, do: {} }]],
    ['rule 1: match.operation must be one of *, RST', [{ match: { operation: 'VerifyUsi' }, do: {} }]],
    ['rule 1: do must be an object', [{ match: {} }]],
    [
      'rule 2: match.request must be a number from 1, or [from, to]',
      [{ do: {} }, { match: { request: 0 }, do: {} }],
    ],
    [
      'rule 1: match.request must be a number from 1, or [from, to]',
      [{ match: { request: [3, 2] }, do: {} }],
    ],
    ['rule 1: match.times must be a whole number of at least 1', [{ match: { times: 0 }, do: {} }]],
    ['rule 1: do.delayMs must be a whole number of at least 0', [{ match: {}, do: { delayMs: '5' } }]],
    ['rule 1: do.drop must be true', [{ match: {}, do: { drop: 1 } }]],
    ['rule 1: do.status must be an HTTP status from 200 to 599', [{ match: {}, do: { status: 99 } }]],
    ['rule 1: do.fault is not a fault: E99', [{ match: {}, do: { fault: 'E99' } }]],
    ['rule 1: do.fault is not a fault: toString', [{ match: {}, do: { fault: 'toString' } }]],
    ['rule 1: do.constructor is not known', [{ match: {}, do: { constructor: 1 } }]],
    [
      'rule 1: do can have only one of drop, status and fault',
      [{ match: {}, do: { drop: true, status: 503 } }],
    ],
    ['rule 1: do.body must be one of not-xml', [{ match: {}, do: { body: 'nonsense' } }]],
  ])('%s', (message, rules) => {
    const file = join(folder, 'rules.json');
    writeFileSync(file, JSON.stringify(rules));
    expect(() => readFaultFile(file)).toThrow(message);
    expect(() => readFaultFile(file)).toThrow(file);
  });

  it('names a file that is not JSON', () => {
    writeFileSync(join(folder, 'rules.json'), '[{]');
    expect(() => readFaultFile(join(folder, 'rules.json'))).toThrow(/rules\.json cannot be read as JSON/);
    expect(() => readFaultFile(join(folder, 'missing.json'))).toThrow(/missing\.json cannot be read/);
  });
});

describe('the log', () => {
  it('has one line for each request, with the headers as seen and nothing of the body', async () => {
    const reply = await verify();
    expect(verdictOf(reply).USIStatus).toBe('Valid');
    const text = readFileSync(join(folder, 'log'), 'utf8');
    const last: unknown = JSON.parse(text.trim().split('\n').at(-1) ?? '');
    expect(last).toEqual(simulator.log.at(-1));
    expect(last).toMatchObject({
      operation: 'VerifyUSI',
      host: `127.0.0.1:${simulator.port}`,
      path: '/service/v5/usiservice.svc',
      outcome: 'ok',
      fault: null,
      cause: null,
      headers: { 'content-type': 'application/soap+xml; charset=utf-8', host: `127.0.0.1:${simulator.port}` },
    });
    expect(text).not.toMatch(/BNGH7C75FN|Maryam|1966/);
  });
});
