/** The sections of the options page, from top to bottom. */

export { Advanced } from './Advanced.tsx';
export { Computer } from './Computer.tsx';
export { Credential } from './Credential.tsx';
export { Environment } from './Environment.tsx';
export { Keystore } from './Keystore.tsx';
export { Organisation } from './Organisation.tsx';
