/** Runs every step, one after the other, whatever fails; then throws the first failure. For work that must not stop half-way. */
export async function allInOrder(...steps: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
}
