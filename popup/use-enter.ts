import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Enter anywhere on the page acts, fields included. There is no form that could be submitted: the browser remembers
 * what forms held, and students and passwords are not for its memory. Buttons and links keep their own Enter.
 */
export function useEnter(act: () => void): void {
  // An Enter before the next paint must already act on the key typed just now.
  const latest = useRef(act);
  latest.current = act;

  // Not `useEffect`, which comes after the paint: whoever types ahead may press Enter before it.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const onControl =
        event.target instanceof Element && event.target.closest('button, a, summary') !== null;
      // A key that is still held down belongs to the screen before this one.
      if (event.key !== 'Enter' || event.repeat || event.isComposing || onControl) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
