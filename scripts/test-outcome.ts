/** How many tests ended in which way. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface TestOutcome {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/**
 * What is said last, and whether the run was good. Nothing may be skipped in CI when the reference material is there,
 * and a run in which no test passed proves nothing.
 */
export function outcomeOf(
  { passed, failed, skipped }: TestCounts,
  where: { readonly ci: boolean; readonly reference: boolean },
): TestOutcome {
  const wronglySkipped = where.ci && where.reference && skipped > 0;
  return {
    lines: [
      ...(wronglySkipped ? ['The reference material is here, so no test may be skipped.'] : []),
      `${passed} passed, ${failed} failed, ${skipped} skipped`,
    ],
    exitCode: failed > 0 || passed === 0 || wronglySkipped ? 1 : 0,
  };
}
