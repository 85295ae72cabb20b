/**
 * The browser: the only room under src that touches `browser.*`. Pages and background take what they need from here.
 * api.ts is the only importer of webextension-polyfill.
 */
export { browserApi } from './api.ts';
