import type { Status } from '../src/messages/index.ts';
import type { StatusSource } from '../src/ui/index.ts';
import { LookUpDesk } from './LookUpDesk.tsx';
import {
  ChooseCredential,
  Expired,
  Locked,
  NeedsHost,
  NeedsKeystore,
  NeedsOrgCode,
  NotYetValid,
  SiteAccessWithheld,
  VersionMismatch,
} from './screens/index.ts';

interface Props {
  readonly status: Status;
  readonly source: StatusSource;
}

/** One state, one screen: a state without a screen does not compile. */
export function ScreenFor({ status, source }: Props) {
  const { accept, refresh } = source;
  switch (status.state) {
    case 'needs-host':
      return <NeedsHost key={status.state} status={status} onCheckAgain={refresh} />;
    case 'version-mismatch':
      return <VersionMismatch key={status.state} status={status} onCheckAgain={refresh} />;
    case 'needs-keystore':
      return <NeedsKeystore key={status.state} status={status} onCheckAgain={refresh} />;
    case 'choose-credential':
      return <ChooseCredential key={status.state} status={status} onChosen={refresh} />;
    case 'needs-org-code':
      return <NeedsOrgCode key={status.state} status={status} onSaved={refresh} />;
    case 'site-access-withheld':
      return <SiteAccessWithheld key={status.state} status={status} onAllowed={refresh} />;
    case 'not-yet-valid':
      return <NotYetValid key={status.state} status={status} onCheckAgain={refresh} />;
    case 'expired':
      return <Expired key={status.state} status={status} onCheckAgain={refresh} />;
    case 'locked':
      return <Locked key={status.state} status={status} onUnlocked={accept} />;
    case 'unlocked':
      return <LookUpDesk key={status.state} status={status} source={source} />;
  }
}
