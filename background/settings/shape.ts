import type { Settings } from '../../src/messages/index.ts';
import { nullable, oneOf, type Shape, someMembers, text } from '../shape.ts';

/** What holds until somebody chooses. */
export const DEFAULT_SETTINGS: Settings = Object.freeze({
  environment: 'production',
  orgCode: '',
  credentialId: null,
  keystorePath: null,
  stsProfile: 'v1.3',
});

/** Longest path of an extended-length Windows path, in UTF-16 units (Microsoft, "Maximum Path Length Limitation"). */
const PATH_LENGTH = 32_767;

/** What each setting may hold; longer strings than any real value are refused, not cut. */
export const SETTING_SHAPES: { readonly [Name in keyof Settings]: Shape<Settings[Name]> } = {
  environment: oneOf('production', 'thirdParty'),
  orgCode: text(64),
  credentialId: nullable(text(512)),
  keystorePath: nullable(text(PATH_LENGTH)),
  stsProfile: oneOf('v1.3', 'v1.2'),
};

export const SETTINGS_CHANGE: Shape<Partial<Settings>> = someMembers<Settings>(SETTING_SHAPES);
