/**
 * Brings up what a command needs on a machine that has never seen the project: npm packages always,
 * with `--browser` Chromium, with `--test` everything the tests judge with. Plain JavaScript, because nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
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
  Xvfb: 'xvfb',
};

installNpmPackages();
if (wanted.has('--browser') && !process.env.CHROMIUM) installSystemPackages(BROWSER);
if (wanted.has('--test')) installSystemPackages(JUDGES);

function installNpmPackages() {
  const lock = join(ROOT, 'package-lock.json');
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  run('npm', ['ci', '--no-fund', '--no-audit']);
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
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`${command} ${args.join(' ')} failed`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
