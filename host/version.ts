import { version } from '../package.json' with { type: 'json' };

/** The host's own version; host and extension are released together. */
export const HOST_VERSION: string = version;
