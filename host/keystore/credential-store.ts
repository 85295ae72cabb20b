/** The namespace of ATOMAS's and AUSkey's files (keystore dossier A1). */
const CREDENTIAL_STORE = 'http://auth.abr.gov.au/credential/xsd/SBRCredentialStore';

/** The UTF-8 byte order mark, each byte read as one character. */
const BYTE_ORDER_MARK = '\u00EF\u00BB\u00BF';

const WHITE_SPACE = /[\t\n\r ]*/y;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const ROOT_TAG =
  /<(?:([A-Za-z_][\w.-]*):)?credentialStore((?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;

/**
 * Whether a file begins as a credential store does. Only the first tag is judged: this keeps `read` from
 * handing over other files, it does not say that the keystore is sound. Markup is ASCII in every encoding that a
 * real store uses, so bytes are compared as characters; UTF-16 fails, as it should. A DOCTYPE fails too.
 */
export function isCredentialStore(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  ROOT_TAG.lastIndex = endOfProlog(text);
  const [, prefix, attributes = ''] = ROOT_TAG.exec(text) ?? [];
  const declaration = prefix === undefined ? 'xmlns' : `xmlns:${prefix}`;
  return [...attributes.matchAll(ATTRIBUTE)].some(
    ([, name, doubleQuoted, singleQuoted]) =>
      name === declaration && (doubleQuoted ?? singleQuoted) === CREDENTIAL_STORE,
  );
}

/** The offset after the byte order mark, XML declaration, comments, processing instructions and white space. */
function endOfProlog(text: string): number {
  let at = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  for (;;) {
    WHITE_SPACE.lastIndex = at;
    at += WHITE_SPACE.exec(text)?.[0].length ?? 0;
    const close = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (close === null) return at;
    const end = text.indexOf(close, at + close.length + 1);
    if (end === -1) return text.length;
    at = end + close.length;
  }
}
