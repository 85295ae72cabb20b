/** XML in and out: read.ts parses what others sent, write.ts builds what we send. */
export * from './read.ts';
export * from './write.ts';
