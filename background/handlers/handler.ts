import type { BackgroundMessageName, BackgroundMessages } from '../../src/messages/index.ts';
import type { Parts } from '../container.ts';

export type Input<Name extends BackgroundMessageName> = BackgroundMessages[Name]['input'];
export type Output<Name extends BackgroundMessageName> = BackgroundMessages[Name]['output'];

/** Answers one message. Sender and shape were checked; what it throws becomes the answer's problem. */
export type Handler<Name extends BackgroundMessageName> = (
  input: Input<Name>,
  parts: Parts,
) => Promise<Output<Name>>;

/** One handler for every message: forgetting one does not compile. */
export type Handlers = { readonly [Name in BackgroundMessageName]: Handler<Name> };
