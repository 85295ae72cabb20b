import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../scripts/test-outcome.ts';

const CI_WITH_REFERENCE = { ci: true, reference: true };

describe('the end of a test run', () => {
  it('is good when every test passed, and says so in one closing line', () => {
    expect(outcomeOf({ passed: 3, failed: 0, skipped: 0 }, CI_WITH_REFERENCE)).toEqual({
      lines: ['3 passed, 0 failed, 0 skipped'],
      exitCode: 0,
    });
  });

  it('is bad when a test failed', () => {
    expect(outcomeOf({ passed: 3, failed: 1, skipped: 0 }, { ci: false, reference: false }).exitCode).toBe(1);
  });

  it('is bad when no test ran', () => {
    expect(outcomeOf({ passed: 0, failed: 0, skipped: 0 }, { ci: false, reference: false }).exitCode).toBe(1);
  });

  it('is bad in CI when a test was skipped although the reference material is there', () => {
    const { lines, exitCode } = outcomeOf({ passed: 3, failed: 0, skipped: 1 }, CI_WITH_REFERENCE);
    expect(exitCode).toBe(1);
    expect(lines.at(-1)).toBe('3 passed, 0 failed, 1 skipped');
  });

  it('is good in a plain clone, where tests that need the reference material are skipped', () => {
    expect(outcomeOf({ passed: 3, failed: 0, skipped: 1 }, { ci: true, reference: false }).exitCode).toBe(0);
  });
});
