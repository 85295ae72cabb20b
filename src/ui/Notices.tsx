import type { ClockWarning, EnvironmentName } from '../messages/index.ts';
import { useWords } from './context.ts';
import { Icon } from './Icon.tsx';

/** Says that this is a test environment; nothing in production. */
export function EnvironmentBanner({ environment }: { readonly environment: EnvironmentName }) {
  const words = useWords();
  return environment === 'production' ? null : <p class="banner">{words('environmentTestBanner')}</p>;
}

/** Says that the computer's clock is out. */
export function ClockNotice({ clock }: { readonly clock: ClockWarning }) {
  const words = useWords();
  const key = clock.direction === 'fast' ? 'clockFast' : 'clockSlow';
  return (
    <p class="warning">
      <Icon name="warning" />
      <span>{words(key, { minutes: clock.minutes })}</span>
    </p>
  );
}

/** Said on every first run and in the options. */
export function NotAffiliated() {
  const words = useWords();
  return <p class="small quiet">{words('notAffiliated')}</p>;
}
