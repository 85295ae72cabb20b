import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { chromiumManifestFolder, type Home } from '../../../scripts/launch/home.ts';
import { HOST_NAME } from '../../../src/messages/host.ts';

/** Puts other programs and manifests in the native host's place, and the right ones back. */
export class HostInstallation {
  readonly #manifestPath: string;
  readonly #manifest: string;
  readonly #folder: string;

  /** @param home one whose host is installed */
  constructor(home: Home) {
    this.#manifestPath = join(chromiumManifestFolder(home), `${HOST_NAME}.json`);
    this.#manifest = readFileSync(this.#manifestPath, 'utf8');
    this.#folder = join(home.path, 'other-hosts');
    mkdirSync(this.#folder);
  }

  restore(): void {
    writeFileSync(this.#manifestPath, this.#manifest);
  }

  remove(): void {
    if (existsSync(this.#manifestPath)) rmSync(this.#manifestPath);
  }

  /** Changes members of the manifest. */
  change(members: Readonly<Record<string, unknown>>): void {
    writeFileSync(this.#manifestPath, JSON.stringify({ ...JSON.parse(this.#manifest), ...members }));
  }

  /** Lets the manifest start a shell script. */
  useShell(script: string): void {
    this.#use('host.sh', `#!/bin/sh\n${script}\n`);
  }

  /** Lets the manifest start a program that answers every request with this value, in a right frame. */
  useAnswer(value: unknown): void {
    const body = JSON.stringify(JSON.stringify({ ok: true, value }));
    this.#use(
      'host.cjs',
      `#!${process.execPath}
const body = Buffer.from(${body});
const length = Buffer.alloc(4);
length.writeUInt32LE(body.length);
process.stdin.once('data', () => process.stdout.write(Buffer.concat([length, body]), () => process.exit(0)));
`,
    );
  }

  #use(name: string, text: string): void {
    const path = join(this.#folder, name);
    rmSync(path, { force: true });
    writeFileSync(path, text);
    chmodSync(path, 0o755);
    this.change({ path });
  }
}
