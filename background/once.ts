/** Runs the work at the first call; whoever calls later waits for the same run. After a failure the next call tries anew. */
export function once(work: () => Promise<void>): () => Promise<void> {
  let run: Promise<void> | undefined;
  return async () => {
    run ??= work();
    const mine = run;
    try {
      await mine;
    } catch (failure) {
      if (run === mine) run = undefined;
      throw failure;
    }
  };
}
