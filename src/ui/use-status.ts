import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
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

/**
 * The background's status, kept up to date: asked at the start and whenever the background says that it changed.
 * An answer may come late: one that was asked for before something newer was shown is asked for again, not shown.
 */
export function useStatus(): StatusSource {
  const page = usePage();
  const [status, setStatus] = useState<Status | null>(null);
  const [problem, setProblem] = useState<ProblemValue | null>(null);
  const lastAsked = useRef(0);
  const lastShown = useRef(0);

  const accept = useCallback((next: Status) => {
    lastShown.current += 1;
    setStatus(next);
    setProblem(null);
  }, []);

  const patchUnlocked = useCallback((change: Partial<Extract<Status, { state: 'unlocked' }>>) => {
    lastShown.current += 1;
    setStatus((now) => (now?.state === 'unlocked' ? { ...now, ...change } : now));
  }, []);

  const refresh = useCallback(async () => {
    lastAsked.current += 1;
    const asked = lastAsked.current;
    try {
      while (asked === lastAsked.current) {
        const shown = lastShown.current;
        const next = await page.send('status', {});
        if (asked === lastAsked.current && shown === lastShown.current) return accept(next);
      }
    } catch (thrown) {
      if (asked === lastAsked.current) setProblem(Problem.from(thrown).toValue());
    }
  }, [page, accept]);

  useEffect(() => {
    void refresh();
    return page.onStatusChanged(() => void refresh());
  }, [page, refresh]);

  return { status, problem, accept, patchUnlocked, refresh };
}
