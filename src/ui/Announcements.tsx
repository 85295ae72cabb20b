import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useState } from 'preact/hooks';

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** One live region for the page: what is announced is read out and not seen. */
export function Announcements({ children }: { readonly children: ComponentChildren }) {
  const [text, setText] = useState('');
  const announce = useCallback<Announce>((next) => {
    // A region that already holds the text stays silent, so it is emptied first.
    setText('');
    setTimeout(() => setText(next), 50);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <p class="unseen" role="status">
        {text}
      </p>
    </AnnounceContext.Provider>
  );
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
