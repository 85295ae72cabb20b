/**
 * The extensions that may command the host: the one table that the manifests are written from and the caller is
 * checked against. The Chromium id follows from the `key` in manifest.json (first 16 bytes of the key's SHA-256).
 */
export const OFFICIAL_IDS = {
  chromium: ['jlcegkdildllepfenebdjkcfcclnhema'],
  firefox: ['usi-companion@usi-companion.au'],
} as const;
