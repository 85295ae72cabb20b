import type { Status } from '../src/messages/index.ts';
import { ClockNotice, EnvironmentBanner, Icon, IconButton, usePage, useWords } from '../src/ui/index.ts';
import { useOpenOptions } from './use-open-options.ts';

interface Props {
  readonly status: Status | null;
  readonly onLocked: (status: Status) => void;
}

/** The product's name, and the two ways out: lock and options. */
export function Header({ status, onLocked }: Props) {
  const page = usePage();
  const words = useWords();
  const openOptions = useOpenOptions();
  return (
    <header>
      {status && <EnvironmentBanner environment={status.environment} />}
      <div class="header">
        <span class="mark">
          <Icon name="tick" />
        </span>
        <span class="product">{words('extensionName')}</span>
        {status?.state === 'unlocked' && (
          <IconButton
            icon="lock"
            label={words('lock')}
            onClick={() => void page.send('lock', {}).then(onLocked)}
          />
        )}
        <IconButton icon="options" label={words('openOptions')} onClick={openOptions} />
      </div>
      {status?.clock && <ClockNotice clock={status.clock} />}
    </header>
  );
}
