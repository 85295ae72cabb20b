import { useCallback, useState } from 'preact/hooks';
import { Problem, type ProblemValue } from '../problems/index.ts';

export interface Task {
  /** Runs the work unless one is running already; what it throws becomes `problem`. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly busy: boolean;
  /** True from the work's success until it runs again. */
  readonly done: boolean;
  readonly problem: ProblemValue | null;
}

/** One piece of work at a time, with its failure as a value. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<ProblemValue | null>(null);
  const run = useCallback(
    async (work: () => Promise<void>) => {
      if (busy) return;
      setBusy(true);
      setDone(false);
      setProblem(null);
      try {
        await work();
        setDone(true);
      } catch (thrown) {
        setProblem(Problem.from(thrown).toValue());
      } finally {
        setBusy(false);
      }
    },
    [busy],
  );
  return { run, busy, done, problem };
}
