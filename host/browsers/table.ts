import type { System } from '../surroundings.ts';

export type BrowserName = 'chromium' | 'chrome' | 'edge' | 'brave' | 'vivaldi' | 'firefox';

/** Which manifest a browser reads: `allowed_origins` or `allowed_extensions`. */
export type Family = 'chromium' | 'firefox';

/** Where a browser looks: a folder, or on Windows a registry key whose value is the manifest's path. */
interface Places {
  readonly user: string;
  /** For the whole computer; absent where the vendor documents none. */
  readonly machine?: string;
}

export interface Browser {
  readonly name: BrowserName;
  readonly family: Family;
  readonly places: Readonly<Record<System, Places>>;
}

/**
 * Where each browser looks for its native-messaging hosts, from the vendors' documentation of native messaging.
 * `{config}` is the XDG configuration folder, `{home}` the home folder.
 */
export const BROWSERS: readonly Browser[] = [
  {
    name: 'chromium',
    family: 'chromium',
    places: {
      linux: {
        user: '{config}/chromium/NativeMessagingHosts',
        machine: '/etc/chromium/native-messaging-hosts',
      },
      darwin: {
        user: '{home}/Library/Application Support/Chromium/NativeMessagingHosts',
        machine: '/Library/Application Support/Chromium/NativeMessagingHosts',
      },
      win32: windowsKeys('Chromium'),
    },
  },
  {
    name: 'chrome',
    family: 'chromium',
    places: {
      linux: {
        user: '{config}/google-chrome/NativeMessagingHosts',
        machine: '/etc/opt/chrome/native-messaging-hosts',
      },
      darwin: {
        user: '{home}/Library/Application Support/Google/Chrome/NativeMessagingHosts',
        machine: '/Library/Google/Chrome/NativeMessagingHosts',
      },
      win32: windowsKeys('Google\\Chrome'),
    },
  },
  {
    name: 'edge',
    family: 'chromium',
    places: {
      linux: {
        user: '{config}/microsoft-edge/NativeMessagingHosts',
        machine: '/etc/opt/edge/native-messaging-hosts',
      },
      darwin: {
        user: '{home}/Library/Application Support/Microsoft Edge/NativeMessagingHosts',
        machine: '/Library/Microsoft/Edge/NativeMessagingHosts',
      },
      win32: windowsKeys('Microsoft\\Edge'),
    },
  },
  {
    name: 'brave',
    family: 'chromium',
    places: {
      linux: { user: '{config}/BraveSoftware/Brave-Browser/NativeMessagingHosts' },
      darwin: { user: '{home}/Library/Application Support/BraveSoftware/Brave-Browser/NativeMessagingHosts' },
      win32: windowsKeys('BraveSoftware\\Brave-Browser'),
    },
  },
  {
    name: 'vivaldi',
    family: 'chromium',
    places: {
      linux: { user: '{config}/vivaldi/NativeMessagingHosts' },
      darwin: { user: '{home}/Library/Application Support/Vivaldi/NativeMessagingHosts' },
      win32: windowsKeys('Vivaldi'),
    },
  },
  {
    name: 'firefox',
    family: 'firefox',
    places: {
      linux: {
        user: '{home}/.mozilla/native-messaging-hosts',
        machine: '/usr/lib/mozilla/native-messaging-hosts',
      },
      darwin: {
        user: '{home}/Library/Application Support/Mozilla/NativeMessagingHosts',
        machine: '/Library/Application Support/Mozilla/NativeMessagingHosts',
      },
      win32: windowsKeys('Mozilla'),
    },
  },
];

/** What `install` writes today. The other rows are looked at by `doctor` and not yet supported. */
export const INSTALLABLE: Readonly<Record<System, readonly BrowserName[]>> = {
  linux: ['chromium', 'chrome', 'firefox'],
  darwin: [],
  win32: [],
};

function windowsKeys(vendor: string): Places {
  const key = `Software\\${vendor}\\NativeMessagingHosts`;
  return { user: `HKCU\\${key}`, machine: `HKLM\\${key}` };
}
