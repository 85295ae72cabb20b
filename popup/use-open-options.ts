import { usePage } from '../src/ui/index.ts';

/** Opens the options and closes the popup; not every browser closes it by itself. */
export function useOpenOptions(): () => void {
  const page = usePage();
  return () => void page.openOptions().then(() => window.close());
}
