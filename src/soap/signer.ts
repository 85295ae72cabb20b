/** Whoever signs a token request: the opened machine credential, seen from here. */
export interface MessageSigner {
  /** Whose credential it is; the ABN is the first party of an ActAs request. */
  readonly credential: { readonly abn: string };
  /** The leaf certificate, DER. */
  readonly certificate: Uint8Array;
  /** RSASSA-PKCS1-v1_5 over the bytes. */
  sign(bytes: Uint8Array, hash: 'SHA-256' | 'SHA-1'): Promise<Uint8Array>;
}
