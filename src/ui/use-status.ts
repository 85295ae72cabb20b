import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Status } from '../messages/index.ts';
import { Problem, type ProblemValue } from '../problems/index.ts';
import { usePage } from './context.ts';

export interface StatusSource {
  /** Null until the background has answered. */
  readonly status: Status | null;
  /** Why there is no status. */
  readonly problem: ProblemValue | null;
  /** Takes over a status that came as the answer to another message. */
  readonly accept: (status: Status) => void;
  /** Shows a change at once, before the background has confirmed it; nothing unless unlocked. */
  readonly patchUnlocked: (change: Partial<Extract<Status, { state: 'unlocked' }>>) => void;
  /** Asks the background again. */
  readonly refresh: () => Promise<void>;
}

/** The background's status, kept up to date: asked at the start and whenever the background says that it changed. */
export function useStatus(): StatusSource {
  const page = usePage();
  const [status, setStatus] = useState<Status | null>(null);
  const [problem, setProblem] = useState<ProblemValue | null>(null);

  const accept = useCallback((next: Status) => {
    setStatus(next);
    setProblem(null);
  }, []);

  const patchUnlocked = useCallback((change: Partial<Extract<Status, { state: 'unlocked' }>>) => {
    setStatus((now) => (now?.state === 'unlocked' ? { ...now, ...change } : now));
  }, []);

  const refresh = useCallback(async () => {
    try {
      accept(await page.send('status', {}));
    } catch (thrown) {
      setProblem(Problem.from(thrown).toValue());
    }
  }, [page, accept]);

  useEffect(() => {
    void refresh();
    return page.onStatusChanged(() => void refresh());
  }, [page, refresh]);

  return { status, problem, accept, patchUnlocked, refresh };
}
