/**
 * Brings up what a command needs on a machine that has never seen the project: npm packages always,
 * with `--browser` Chromium, with `--test` everything the tests judge with. Plain JavaScript, because nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const ROOT = join(import.meta.dirname, '..');
const wanted = new Set(process.argv.slice(2));

/** Debian packages by the command that shows that they are there. */
const BROWSER = { chromium: 'chromium' };
const JUDGES = {
  'firefox-esr': 'firefox-esr',
  xmlsec1: 'xmlsec1',
  xmllint: 'libxml2-utils',
  openssl: 'openssl',
  strace: 'strace',
};

installNpmPackages();
if (wanted.has('--browser') && !process.env.CHROMIUM) installSystemPackages(BROWSER);
if (wanted.has('--test')) installSystemPackages(JUDGES);

/** Installs exactly what the lock file says, unless that was done before; a changed date alone changes nothing. */
function installNpmPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const stamp = join(ROOT, 'node_modules', '.installed-lock-sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run('npm', ['ci', '--loglevel=warn']);
  writeFileSync(stamp, lock);
}

function installSystemPackages(packagesByCommand) {
  const missing = Object.entries(packagesByCommand).filter(([command]) => !hasCommand(command));
  if (missing.length === 0) return;
  const packages = missing.map(([, name]) => name);
  if (process.platform !== 'linux' || !hasCommand('apt-get')) {
    fail(
      `Please install: ${missing.map(([command]) => command).join(', ')}. (Chromium elsewhere? Name it in CHROMIUM.)`,
    );
  }
  const [program, ...prefix] = process.getuid() === 0 ? ['apt-get'] : ['sudo', 'apt-get'];
  run(program, [...prefix, 'update']);
  run(program, [...prefix, 'install', '-y', '--no-install-recommends', ...packages]);
}

function hasCommand(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** Runs a program; its output goes to stderr, so that a command's own stdout stays its own. */
function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`${command} ${args.join(' ')} failed`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
