import { describe, expect, it } from 'vitest';
import { usiProgress } from '../../popup/look-up/index.ts';

describe('a USI while it is being typed', () => {
  it('is no problem as long as it is merely unfinished', () => {
    expect(usiProgress('')).toEqual({ state: 'typing', length: 0 });
    expect(usiProgress('bngh 7')).toEqual({ state: 'typing', length: 5 });
  });

  it('fits with its check character', () => {
    expect(usiProgress('BNGH7C75FN')).toEqual({ state: 'fits' });
  });

  it('says at once which character a USI never holds', () => {
    expect(usiProgress('BNG0')).toMatchObject({
      state: 'wrong',
      problem: { code: 'USI_CHARACTERS', params: { character: '0', position: '4' } },
    });
  });

  it('is wrong when the tenth character does not fit the nine before', () => {
    expect(usiProgress('XNY5NV9WG8')).toMatchObject({
      state: 'wrong',
      problem: { code: 'USI_CHECK_CHARACTER' },
    });
  });

  it('is wrong when it grows too long', () => {
    expect(usiProgress('BNGH7C75FNA')).toMatchObject({ state: 'wrong', problem: { code: 'USI_LENGTH' } });
  });
});
