import {
  Announcements,
  EnvironmentBanner,
  Icon,
  NotAffiliated,
  ProblemNote,
  usePage,
  useWords,
} from '../src/ui/index.ts';
import { Advanced, Computer, Credential, Environment, Keystore, Organisation } from './sections/index.ts';
import { useOptions } from './use-options.ts';

/** The options in the order in which a new installation needs them. */
export function App() {
  const page = usePage();
  const words = useWords();
  const { settings, findings, save, reload, reading } = useOptions();

  return (
    <Announcements>
      <header>
        {settings && <EnvironmentBanner environment={settings.environment} />}
        <div class="title column">
          <span class="mark">
            <Icon name="tick" size={1.5} />
          </span>
          <div>
            <h1>{words('optionsTitle')}</h1>
            <p class="small quiet">{words('version', { version: page.version })}</p>
          </div>
        </div>
      </header>
      <main class="column">
        {reading.problem && <ProblemNote problem={reading.problem} />}
        <Computer findings={findings} onCheckAgain={reload} busy={reading.busy} />
        {settings && (
          <>
            <Keystore findings={findings} settings={settings} save={save} />
            <Credential findings={findings} settings={settings} save={save} />
            <Organisation settings={settings} save={save} />
            <Environment settings={settings} save={save} />
            <Advanced settings={settings} save={save} />
          </>
        )}
      </main>
      <footer class="column">
        <NotAffiliated />
      </footer>
    </Announcements>
  );
}
