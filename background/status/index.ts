/** What the popup shows: the first thing that is in the way (decide.ts), beginning with host and file (locate.ts). */
export { decideStatus } from './decide.ts';
