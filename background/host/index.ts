/**
 * The native host as the background sees it.
 *
 *   client.ts     one question, one answer, with our own time-out
 *   failures.ts   what the browsers say when the host cannot be reached
 *   answers.ts    whether an answer is what it should be
 *   version.ts    the greeting: do both speak the same protocol
 *   keystore.ts   the keystore file and the credentials in it
 */
export { type AskHost, hostClient } from './client.ts';
export { fetchKeystore, type KeystoreFile } from './keystore.ts';
export { greetHost } from './version.ts';
