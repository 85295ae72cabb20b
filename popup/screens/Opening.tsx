import { useWords } from '../../src/ui/index.ts';

/** The background has not said yet what state it is in; seen only when that takes longer than a blink. */
export function Opening() {
  const words = useWords();
  return (
    <div class="checking opening" role="status" aria-busy="true">
      <div class="spinner" />
      <h1>{words('opening')}</h1>
    </div>
  );
}
