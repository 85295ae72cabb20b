import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Focuses the element when its screen appears; a field's text is selected, so that typing replaces it. */
export function useFocusOnMount<Target extends HTMLElement>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useLayoutEffect(() => {
    target.current?.focus();
    if (target.current instanceof HTMLInputElement) target.current.select();
  }, []);
  return target;
}
