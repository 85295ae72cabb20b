/** Small invented files that begin as the real ones do. */
import { KEYSTORE_FILE_LIMIT_BYTES } from '../../../src/messages/host.ts';

const NAMESPACE = 'http://auth.abr.gov.au/credential/xsd/SBRCredentialStore';

export const KEYSTORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<credentialStore xmlns="${NAMESPACE}">
  <salt>AAAAAAAAAAAAAAAAAAAAAAAAAAA=</salt>
  <credentials/>
</credentialStore>
`;

/** A keystore of exactly this many bytes, filled with the characters that JSON escapes worst. */
export function keystoreOfSize(bytes: number): Buffer {
  const filled = Buffer.alloc(bytes, '\u0001');
  filled.write(KEYSTORE);
  return filled;
}

export const LARGEST_KEYSTORE = keystoreOfSize(KEYSTORE_FILE_LIMIT_BYTES);

/** Files that hold the words of a keystore without being one. */
export const OTHER_FILES: Readonly<Record<string, string | Uint8Array>> = {
  'an empty file': '',
  'plain text': 'credentialStore',
  'a password file': 'root:x:0:0:root:/root:/bin/bash\n',
  'another root element': `<credentials xmlns="${NAMESPACE}"/>`,
  'the right name in no namespace': '<credentialStore/>',
  'the right name in another namespace': '<credentialStore xmlns="http://example.com/"/>',
  'the namespace bound to another prefix': `<credentialStore xmlns:a="${NAMESPACE}"/>`,
  'a prefixed root whose prefix has another namespace': `<a:credentialStore xmlns="${NAMESPACE}" xmlns:a="x"/>`,
  'a longer name': `<credentialStores xmlns="${NAMESPACE}"/>`,
  'the namespace in a namesake attribute': `<credentialStore xmlnsx="${NAMESPACE}"/>`,
  'a keystore inside another element': `<a>${KEYSTORE.slice(KEYSTORE.indexOf('<cred'))}</a>`,
  'a keystore inside a comment': `<!-- ${KEYSTORE} --><a/>`,
  'an open comment': `<!-- ${KEYSTORE}`,
  'text before the root': `x${KEYSTORE}`,
  'a document type': `<!DOCTYPE credentialStore><credentialStore xmlns="${NAMESPACE}"/>`,
  'an open root tag': `<credentialStore xmlns="${NAMESPACE}"`,
  'UTF-16 with its byte order mark': Buffer.from(`\uFEFF${KEYSTORE}`, 'utf16le'),
  'UTF-16 without one': Buffer.from(KEYSTORE, 'utf16le'),
  JSON: JSON.stringify({ credentialStore: NAMESPACE }),
};

/** Files that are keystores although they are written differently from ATOMAS's. */
export const UNUSUAL_KEYSTORES: Readonly<Record<string, string>> = {
  'a byte order mark': `\uFEFF${KEYSTORE}`,
  'no XML declaration': KEYSTORE.slice(KEYSTORE.indexOf('<cred')),
  'comments and processing instructions first': `<?xml version="1.0"?><!-- a > b --><?x y?>\r\n<credentialStore xmlns='${NAMESPACE}'/>`,
  'a prefixed root': `<sbr:credentialStore xmlns:sbr="${NAMESPACE}"></sbr:credentialStore>`,
  'other attributes first (the PHP dialect)': `<credentialStore xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"\n xmlns = "${NAMESPACE}" >`,
};
