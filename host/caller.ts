import { OFFICIAL_IDS } from './allowed-extensions.ts';

/** How the host was started: by a browser (or a shell) that will send frames, or by a person with a command. */
export type Invocation =
  | { readonly kind: 'frames'; readonly allowed: boolean }
  | { readonly kind: 'command'; readonly words: readonly string[] };

const CHROMIUM_ORIGIN = 'chrome-extension://';

/**
 * Reads the arguments after the program's name.
 * Chromium's kin pass the caller's origin first (`chrome-extension://ID/`), on Windows `--parent-window=N` after it;
 * Firefox passes the manifest's path, then the extension's id (Chrome and MDN documentation of native messaging).
 * No browser passes nothing: that is a person at a shell, who may read the file anyway.
 */
export function readInvocation(args: readonly string[]): Invocation {
  const [first, second] = args;
  if (first === undefined) return { kind: 'frames', allowed: true };
  if (first.startsWith(CHROMIUM_ORIGIN)) return { kind: 'frames', allowed: allowedOrigins().includes(first) };
  if (first.endsWith('.json')) return { kind: 'frames', allowed: isFirefoxId(second) };
  return { kind: 'command', words: args };
}

/** With the closing slash, without which Chromium matches nothing. */
export function allowedOrigins(): string[] {
  return OFFICIAL_IDS.chromium.map((id) => `${CHROMIUM_ORIGIN}${id}/`);
}

function isFirefoxId(id: string | undefined): boolean {
  return OFFICIAL_IDS.firefox.some((official) => official === id);
}
