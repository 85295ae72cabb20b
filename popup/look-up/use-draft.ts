import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { StudentDraft } from '../../src/messages/index.ts';
import { usePage } from '../../src/ui/index.ts';

/**
 * What the form holds, kept by the background for a popup that closes. Saved at every key, at once: what a popup sends
 * while it closes does not arrive (measured in Chromium). While one draft is being saved the later ones wait, and the
 * last of them is saved next.
 */
export function useDraft(initial: StudentDraft): [StudentDraft, (draft: StudentDraft) => void] {
  const page = usePage();
  const [draft, setDraft] = useState(initial);
  const unsaved = useRef<StudentDraft | null>(null);
  const saving = useRef(false);

  const send = useCallback(async () => {
    const latest = unsaved.current;
    unsaved.current = null;
    // A draft that cannot be kept is no reason to disturb the typing.
    if (latest) await page.send('saveDraft', { draft: latest }).catch(() => undefined);
  }, [page]);

  const save = useCallback(async () => {
    if (saving.current) return;
    saving.current = true;
    while (unsaved.current) await send();
    saving.current = false;
  }, [send]);

  const change = useCallback(
    (next: StudentDraft) => {
      setDraft(next);
      unsaved.current = next;
      void save();
    },
    [save],
  );

  // The form goes away, for a look-up or with the popup: what still waits does not wait longer. `useEffect` would clean up later.
  useLayoutEffect(() => {
    const sendNow = () => void send();
    window.addEventListener('pagehide', sendNow);
    return () => {
      window.removeEventListener('pagehide', sendNow);
      sendNow();
    };
  }, [send]);

  return [draft, change];
}
