import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { Problem } from '../problems/index.ts';
import type { PageApi } from './page-api.ts';
import { type Words, wordsFrom } from './words.ts';

/** The page's surroundings, given once at the root. */
export const PageContext = createContext<PageApi | null>(null);

export function usePage(): PageApi {
  const page = useContext(PageContext);
  if (page === null) throw new Problem('INTERNAL', { kind: 'no page context' });
  return page;
}

export function useWords(): Words {
  const { message } = usePage();
  return useMemo(() => wordsFrom(message), [message]);
}
