/**
 * The browser: the only room under src that touches `browser.*`. Pages and background take what they need from here.
 * api.ts is the only importer of webextension-polyfill.
 */
export { type Alarms, type AlarmTime, alarms, onAlarm } from './alarms.ts';
export { browserApi } from './api.ts';
export { type IdleState, onIdleState } from './idle.ts';
export { type OwnIdentity, onMessage, ownIdentity, type Sender, tellPages } from './incoming.ts';
export { onFreshStart, touchBrowser } from './lifecycle.ts';
export { type SendNative, sendNative } from './native.ts';
export { page } from './page.ts';
export { type RequestRule, type SetRequestRule, setRequestRule } from './request-rules.ts';
export { type HasSiteAccess, hasSiteAccess, onSiteAccessChanged } from './site-access.ts';
export { keepSessionToOurPages, localArea, type StorageArea, sessionArea } from './storage.ts';
export { type ToolbarButton, toolbarButton } from './toolbar.ts';
