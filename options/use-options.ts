import { useCallback, useEffect, useState } from 'preact/hooks';
import type { HostFindings, Settings } from '../src/messages/index.ts';
import { type Task, usePage, useTask } from '../src/ui/index.ts';

export interface Options {
  /** Null until the background has answered. */
  readonly settings: Settings | null;
  readonly findings: HostFindings | null;
  /** Saves some settings, then looks again at what they lead to. Rejects with a `Problem`. */
  readonly save: (change: Partial<Settings>) => Promise<void>;
  /** Reads settings and findings again. */
  readonly reload: () => Promise<void>;
  /** The reading that goes on, or why it failed. */
  readonly reading: Task;
}

/** What the person chose, and what the host finds because of it. */
export function useOptions(): Options {
  const page = usePage();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [findings, setFindings] = useState<HostFindings | null>(null);
  const reading = useTask();
  const { run } = reading;

  const reload = () =>
    run(async () => {
      setSettings(await page.send('readSettings', {}));
      setFindings(await page.send('findings', {}));
    });

  const save = useCallback(
    async (change: Partial<Settings>) => {
      setSettings(await page.send('saveSettings', { settings: change }));
      if ('keystorePath' in change) setFindings(await page.send('findings', {}));
    },
    [page],
  );

  // Only at the start: `reload` is another function at every render.
  useEffect(() => void reload(), []);

  // The popup changes settings too. What the host finds is asked for by the person: it starts a process.
  useEffect(() => {
    const readAgain = () => page.send('readSettings', {}).then(setSettings, () => undefined);
    return page.onStatusChanged(() => void readAgain());
  }, [page]);

  return { settings, findings, save, reload, reading };
}
