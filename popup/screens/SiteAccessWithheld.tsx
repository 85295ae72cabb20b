import { useId, useState } from 'preact/hooks';
import type { Status } from '../../src/messages/index.ts';
import {
  Button,
  NotAffiliated,
  ProblemNote,
  useFocusOnMount,
  usePage,
  useTask,
  useWords,
} from '../../src/ui/index.ts';

interface Props {
  readonly status: Extract<Status, { state: 'site-access-withheld' }>;
  readonly onAllowed: () => Promise<void>;
}

/** The browser withholds the services' sites: ask for them, on the click itself. */
export function SiteAccessWithheld({ status, onAllowed }: Props) {
  const page = usePage();
  const words = useWords();
  const { run, busy, problem } = useTask();
  const [refused, setRefused] = useState(false);
  const bodyId = useId();
  const allowButton = useFocusOnMount<HTMLButtonElement>();

  const allow = () => {
    // The browser asks only when the request is made before anything is awaited.
    const answer = page.requestSites(status.origins);
    return run(async () => {
      setRefused(!(await answer));
      await onAllowed();
    });
  };

  return (
    <section class="obstacle">
      <h1>{words('siteAccessTitle')}</h1>
      <div id={bodyId} class="stack">
        <p>{words('siteAccessWhy')}</p>
        <ul class="sites">
          {status.origins.map((origin) => (
            <li key={origin}>
              <code>{hostOf(origin)}</code>
            </li>
          ))}
        </ul>
      </div>
      <div role="status">{refused && <p class="bad">{words('siteAccessRefused')}</p>}</div>
      {problem && <ProblemNote problem={problem} />}
      <div class="actions">
        <Button primary busy={busy} onClick={() => void allow()} describedBy={bodyId} buttonRef={allowButton}>
          {words('allowAccess')}
        </Button>
      </div>
      <NotAffiliated />
    </section>
  );
}

/** The host of a match pattern such as `https://portal.usi.gov.au/*`. */
function hostOf(pattern: string): string {
  return pattern.replace(/^\w+:\/\//, '').replace(/\/.*$/, '');
}
