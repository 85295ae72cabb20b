import { describe, expect, it } from 'vitest';
import { byPreference, findCredential, validity } from '../../src/keystore/index.ts';
import { onlyCredential, SYNTHETIC_KEYSTORE } from './support.ts';

const period = (from: string, to: string) => ({ validFrom: new Date(from), validTo: new Date(to) });
const now = Date.parse('2026-06-01T00:00:00Z');
const old = period('2023-05-01T00:00:00Z', '2025-05-01T00:00:00Z');
const older = period('2021-05-01T00:00:00Z', '2023-05-01T00:00:00Z');
const current = period('2024-07-01T00:00:00Z', '2026-07-01T00:00:00Z');
const renewed = period('2026-05-01T00:00:00Z', '2028-05-01T00:00:00Z');

describe('a credential', () => {
  it('is valid from the first second of its certificate to the last', () => {
    const { validFrom, validTo } = current;
    expect(validity(current, validFrom.getTime() - 1)).toBe('not-yet-valid');
    expect(validity(current, validFrom.getTime())).toBe('valid');
    expect(validity(current, validTo.getTime())).toBe('valid');
    expect(validity(current, validTo.getTime() + 1)).toBe('expired');
  });

  it('is preferred if it is not expired, then if it lasts longer', () => {
    expect([older, current, old, renewed].sort(byPreference(now))).toEqual([renewed, current, old, older]);
  });

  it('that was renewed under the same id is found before the old one', () => {
    const credential = onlyCredential(SYNTHETIC_KEYSTORE);
    const both = [
      { ...credential, ...old },
      { ...credential, ...renewed },
      { ...credential, id: 'ABRD:53004085616_Other' },
    ];
    expect(findCredential(both, credential.id, now)).toBe(both[1]);
    expect(findCredential(both, 'ABRD:00000000000_Gone', now)).toBeUndefined();
  });
});
