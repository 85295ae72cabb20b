import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An extension whose popup shows one word, and a page of it to open that popup from. */
export interface EmptyExtension {
  readonly folder: string;
  readonly origin: string;
}

/** Writes the extension into a new folder under `parent`. */
export function writeEmptyExtension(parent: string): EmptyExtension {
  const path = join(parent, 'empty-extension');
  mkdirSync(path);
  const folder = realpathSync(path);
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    action: { default_popup: 'popup.html' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  // Nothing at all would never count as painted.
  writeFileSync(join(folder, 'popup.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  writeFileSync(join(folder, 'control.html'), '<!doctype html><title>Control</title>');
  return { folder, origin: `chrome-extension://${idOf(folder)}` };
}

/** The id of an unpacked extension without a key: from its path, as Chromium makes it (`GenerateIdForPath`). */
function idOf(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digest].map((nibble) => String.fromCharCode(97 + Number.parseInt(nibble, 16))).join('');
}
