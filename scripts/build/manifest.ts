export type Browser = 'chromium' | 'firefox';

interface SourceManifest {
  readonly key: string;
  readonly minimum_chrome_version: string;
  readonly browser_specific_settings: unknown;
  readonly background: {
    readonly service_worker: string;
    readonly scripts: readonly string[];
    readonly type: string;
  };
}

/** The source manifest less what only the other browser understands. */
export function specialiseManifest(source: SourceManifest, browser: Browser): Record<string, unknown> {
  const { key, minimum_chrome_version, browser_specific_settings, background, ...common } = source;
  const { service_worker, scripts, type } = background;
  return browser === 'chromium'
    ? { ...common, key, minimum_chrome_version, background: { service_worker, type } }
    : { ...common, browser_specific_settings, background: { scripts, type } };
}
