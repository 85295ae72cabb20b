/**
 * The services as the background sees them.
 *
 *   chosen.ts           which ones the settings choose
 *   io.ts               what the core gets to reach them
 *   held-back.ts        what to say when the browser holds requests back
 *   clock.ts            what their clocks say
 *   plain-requests.ts   requests look like a plain client's
 *   keep-alive.ts       the background lives while a request is in flight
 */
export { originsOf, serviceHosts, serviceOf } from './chosen.ts';
export { ServiceClock } from './clock.ts';
export { tellingHeldBack } from './held-back.ts';
export { type Fetch, serviceIo } from './io.ts';
export { keepAlive, type WhileAwake } from './keep-alive.ts';
export { ensurePlainRequests, plainRequestsRule } from './plain-requests.ts';
