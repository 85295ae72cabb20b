import { base64Encode } from '../crypto/index.ts';
import { attribute, element, type Markup } from '../xml/index.ts';
import { MUST_UNDERSTAND, uuid } from './addressing.ts';
import { SECURITY, UTILITY } from './namespaces.ts';
import type { Security } from './security.ts';
import type { StsProfile } from './service.ts';
import { type SignatureAlgorithms, signature } from './signature.ts';
import type { MessageSigner } from './signer.ts';
import { TIMESTAMP_ID, timestamp } from './timestamp.ts';

/** What each version of the token service verifies with; v1.3 refuses SHA-1 (dossier b). */
const ALGORITHMS: Record<StsProfile, SignatureAlgorithms> = {
  'v1.3': {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
    hash: 'SHA-256',
  },
  'v1.2': {
    signature: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
    hash: 'SHA-1',
  },
};

const TO_ID = '_1';

const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss';
const BASE64_BINARY = `${WSS}-soap-message-security-1.0#Base64Binary`;
const X509_V3 = `${WSS}-x509-token-profile-1.0#X509v3`;

/** Signs Timestamp and To with the credential's key and sends its certificate along: how a token is asked for. */
export function rsaSecurity(signer: MessageSigner, profile: StsProfile): Security {
  const algorithms = ALGORITHMS[profile];
  return {
    toId: TO_ID,
    async header(to, io) {
      const certificateId = `uuid-${uuid(io)}`;
      const time = timestamp(io.now());
      const signed = await signature(
        [
          { id: TIMESTAMP_ID, markup: time },
          { id: TO_ID, markup: to },
        ],
        algorithms,
        (bytes) => signer.sign(bytes, algorithms.hash),
        certificateReference(certificateId),
      );
      const certificate = binarySecurityToken(certificateId, signer.certificate);
      return element(SECURITY, 'Security', [MUST_UNDERSTAND], time, certificate, signed);
    },
  };
}

function binarySecurityToken(id: string, certificate: Uint8Array): Markup {
  return element(
    SECURITY,
    'BinarySecurityToken',
    [attribute('EncodingType', BASE64_BINARY), attribute('ValueType', X509_V3), attribute('Id', id, UTILITY)],
    base64Encode(certificate),
  );
}

function certificateReference(id: string): Markup {
  const reference = element(SECURITY, 'Reference', [
    attribute('URI', `#${id}`),
    attribute('ValueType', X509_V3),
  ]);
  return element(SECURITY, 'SecurityTokenReference', [], reference);
}
