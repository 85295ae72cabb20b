import { useEffect } from 'preact/hooks';
import { Announcements, type StatusSource, useStatus } from '../src/ui/index.ts';
import { CredentialFooter } from './CredentialFooter.tsx';
import { Header } from './Header.tsx';
import { ScreenFor } from './ScreenFor.tsx';
import { NoStatus, Opening } from './screens/index.ts';

/** The frame around every screen: banner, header, clock, the screen itself, and whose credential it is. */
export function App() {
  const source = useStatus();
  const { status } = source;
  useEscapeToClose();

  return (
    <Announcements>
      <Header status={status} onLocked={source.accept} />
      <main class="screen">
        {status ? <ScreenFor status={status} source={source} /> : <NotYet {...source} />}
      </main>
      {status && 'credential' in status && <CredentialFooter status={status} />}
    </Announcements>
  );
}

/** No status: it has not come yet, or it could not be had. */
function NotYet({ problem, refresh }: Pick<StatusSource, 'problem' | 'refresh'>) {
  return problem ? <NoStatus problem={problem} onRetry={refresh} /> : <Opening />;
}

/** Chromium closes its popup by itself; Firefox and a popup shown elsewhere need to be told. */
function useEscapeToClose(): void {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) window.close();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
}
