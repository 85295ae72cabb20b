import { HOST_VERSION } from './version.ts';

process.stdout.write(`${HOST_VERSION}\n`);
