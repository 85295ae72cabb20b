/** The versions of the token service in use: v1.3 takes SHA-256 signatures only, v1.2 takes SHA-1 (protocol dossier b). */
export type StsProfile = 'v1.3' | 'v1.2';

/** Where one environment's services are, and what a token is asked for. */
export interface Service {
  /** URL of the token service; must belong to the profile. */
  readonly sts: string;
  /** URL of the Registry’s web service; also what goes into `To`. */
  readonly usi: string;
  /** The relying party as registered with the token service: compared as a string, so its case matters (dossier a). */
  readonly appliesTo: string;
  readonly profile: StsProfile;
}
