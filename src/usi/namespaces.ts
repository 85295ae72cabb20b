import type { Namespace } from '../xml/index.ts';

/** The namespace of version 5's operations, written as the default namespace of a body. */
export const USI: Namespace = { prefix: '', uri: 'http://usi.gov.au/2022/ws' };

/** Version 5 kept its error details in the namespace of version 4; the new one is accepted too (dossier f, g.3). */
export const ERROR_NAMESPACES = ['http://usi.gov.au/2020/ws', USI.uri];
