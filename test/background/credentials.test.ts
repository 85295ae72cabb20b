import { describe, expect, it } from 'vitest';
import { chooseCredential, requireValid, viewOf } from '../../background/credentials/index.ts';
import { type Credential, readKeystore } from '../../src/keystore/index.ts';
import { KEYSTORE, MORNING } from './support/fake-browser.ts';

const [SAMPLE] = readKeystore(KEYSTORE);
if (SAMPLE === undefined) throw new Error('no credential in the sample');

const credential = (id: string, changes: Partial<Credential> = {}): Credential => ({
  ...SAMPLE,
  id,
  ...changes,
});
const expired = { validFrom: new Date('2020-01-01'), validTo: new Date('2022-01-01') };
const code = (name: string, params: object = {}) => expect.objectContaining({ code: name, params });

const choose = (credentials: Credential[], id: string | null = null) =>
  chooseCredential(credentials, id, MORNING).id;

describe('choosing a credential', () => {
  it('takes the only one without asking, even if it has expired', () => {
    expect(choose([credential('A')])).toBe('A');
    expect(choose([credential('A', expired)])).toBe('A');
  });

  it('takes the only valid one, such as a renewed one beside its predecessor', () => {
    expect(choose([credential('old', expired), credential('new')])).toBe('new');
  });

  it('passes over those of the AUSkey era', () => {
    expect(choose([credential('auskey', { type: 'U' }), credential('A')])).toBe('A');
  });

  it('never guesses among several', () => {
    expect(() => choose([credential('A'), credential('B')])).toThrow(code('CREDENTIAL_NOT_CHOSEN'));
    expect(() => choose([credential('A', expired), credential('B', expired)])).toThrow(
      code('CREDENTIAL_NOT_CHOSEN'),
    );
  });

  it('takes the one that was chosen', () => {
    expect(choose([credential('A'), credential('B')], 'B')).toBe('B');
    expect(choose([credential('A', expired), credential('B')], 'A')).toBe('A');
  });

  it('of two that share the chosen id takes the renewed one', () => {
    const renewed = credential('A', { serialNumber: '2' });
    expect(chooseCredential([credential('A', expired), renewed], 'A', MORNING).serialNumber).toBe('2');
  });

  it('says that the chosen one is gone instead of taking another', () => {
    expect(() => choose([credential('A')], 'B')).toThrow(code('CREDENTIAL_GONE'));
  });

  it('says what is wrong with a chosen one of the AUSkey era', () => {
    expect(() => choose([credential('A', { type: 'U' })], 'A')).toThrow(
      code('CREDENTIAL_NOT_MACHINE', { type: 'U' }),
    );
  });
});

describe('a credential’s period', () => {
  it('is required before a look-up', () => {
    expect(() => requireValid(credential('A'), MORNING)).not.toThrow();
    expect(() => requireValid(credential('A', expired), MORNING)).toThrow(
      code('CREDENTIAL_EXPIRED', { validTo: '2022-01-01T00:00:00.000Z' }),
    );
    expect(() => requireValid(credential('A'), Date.parse('2020-01-01'))).toThrow(
      code('CREDENTIAL_NOT_YET_VALID', { validFrom: '2026-01-01T00:00:00.000Z' }),
    );
  });
});

describe('what a page may know of a credential', () => {
  it('is names, period, issuer and state, and nothing else', () => {
    expect(viewOf(credential('A'), MORNING)).toEqual({
      id: 'A',
      abn: '51824753556',
      name: SAMPLE.name,
      legalName: SAMPLE.legalName,
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2036-01-01T00:00:00.000Z',
      issuer: SAMPLE.issuer,
      state: 'valid',
    });
  });

  it('includes that it is none that can be used', () => {
    expect(viewOf(credential('A', { type: 'U' }), MORNING).state).toBe('not-a-machine-credential');
    expect(viewOf(credential('A', expired), MORNING).state).toBe('expired');
  });
});
