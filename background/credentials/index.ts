/** Credentials in the file: which one to use (choose.ts), and what a page may know of it (view.ts). */
export { chooseCredential, requireValid } from './choose.ts';
export { viewOf } from './view.ts';
