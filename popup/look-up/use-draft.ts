import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { StudentDraft } from '../../src/messages/index.ts';
import { usePage } from '../../src/ui/index.ts';

/** Long enough to spare the background a message per key, short enough that a closing popup loses nothing typed. */
const SAVE_AFTER_MS = 120;

/** What the form holds, kept by the background for a popup that closes. */
export function useDraft(initial: StudentDraft): [StudentDraft, (draft: StudentDraft) => void] {
  const page = usePage();
  const [draft, setDraft] = useState(initial);
  const unsaved = useRef<StudentDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    const latest = unsaved.current;
    unsaved.current = null;
    // A draft that cannot be kept is no reason to disturb the typing.
    if (latest) page.send('saveDraft', { draft: latest }).catch(() => undefined);
  }, [page]);

  const change = useCallback(
    (next: StudentDraft) => {
      setDraft(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(save, SAVE_AFTER_MS);
    },
    [save],
  );

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  return [draft, change];
}
