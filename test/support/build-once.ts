import { buildAll } from '../../scripts/build.ts';

/** Builds what ships, once, before the tests that load it into a browser. */
export default async function setup(): Promise<void> {
  await buildAll();
}
