import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { launcherBeside } from './install/launcher.ts';
import { LAUNCHER_FILE, SCRIPT_FILE } from './install/names.ts';

/**
 * Writes the host as it ships: the program as one CommonJS file without dependencies, and an executable
 * launcher beside it. `outDir` is made if it is missing; other files in it stay.
 */
export async function buildHost(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'main.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: SCRIPT_FILE, codeSplitting: false } },
    },
  });
  await mkdir(outDir, { recursive: true });
  const launcher = join(outDir, LAUNCHER_FILE);
  await writeFile(launcher, launcherBeside(process.execPath));
  await chmod(launcher, 0o755);
}
