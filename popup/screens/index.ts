/** The popup's screens, in the order in which a new installation meets them. */

export { Checking } from './Checking.tsx';
export { ChooseCredential } from './ChooseCredential.tsx';
export { CouldNotCheck } from './CouldNotCheck.tsx';
export { Expired } from './Expired.tsx';
export { Locked } from './Locked.tsx';
export { LookUpForm } from './LookUpForm.tsx';
export { NeedsHost } from './NeedsHost.tsx';
export { NeedsKeystore } from './NeedsKeystore.tsx';
export { NeedsOrgCode } from './NeedsOrgCode.tsx';
export { NoStatus } from './NoStatus.tsx';
export { NotYetValid } from './NotYetValid.tsx';
export { Opening } from './Opening.tsx';
export { SiteAccessWithheld } from './SiteAccessWithheld.tsx';
export { Verdict } from './Verdict.tsx';
export { VersionMismatch } from './VersionMismatch.tsx';
