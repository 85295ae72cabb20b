import type { Namespace } from '../xml/index.ts';

/**
 * The namespaces of the messages, with the prefixes that the working clients write.
 * Answers are read by namespace; the prefixes matter only in what we send.
 */
export const SOAP: Namespace = { prefix: 's', uri: 'http://www.w3.org/2003/05/soap-envelope' };
export const ADDRESSING: Namespace = { prefix: 'a', uri: 'http://www.w3.org/2005/08/addressing' };
export const SIGNATURE: Namespace = { prefix: 'ds', uri: 'http://www.w3.org/2000/09/xmldsig#' };

const WSS = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity';
/** WS-Security 1.0: the Security header and what stands in it. */
export const SECURITY: Namespace = { prefix: 'o', uri: `${WSS}-secext-1.0.xsd` };
/** WS-Security utility: Timestamp and the Id attribute. */
export const UTILITY: Namespace = { prefix: 'u', uri: `${WSS}-utility-1.0.xsd` };

export const ENCRYPTION_URI = 'http://www.w3.org/2001/04/xmlenc#';
export const XML_URI = 'http://www.w3.org/XML/1998/namespace';
