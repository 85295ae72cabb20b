import { attribute, element, type Markup } from '../xml/index.ts';
import { RELATIONSHIP, TRUST_1_4 } from './namespaces.ts';

/** For hosted software that calls for an organisation with its own credential (dossier d). */
export interface ActingFor {
  /** ABN of the organisation, the second party. */
  readonly abn: string;
  /** The software ID of the subscription, ten digits, that the organisation entered in RAM. */
  readonly ssid: string;
}

const ABN_SCHEME = 'uri://abr.gov.au/ABN';

/** The ActAs of a token request; every attribute is in the namespace, as the current clients write it (dossier d). */
export function actAs(firstPartyAbn: string, { abn, ssid }: ActingFor, id: string): Markup {
  const software = element(RELATIONSHIP, 'Attribute', [own('Name', 'SSID'), own('Value', ssid)]);
  return element(
    TRUST_1_4,
    'ActAs',
    [],
    element(
      RELATIONSHIP,
      'RelationshipToken',
      [own('ID', id)],
      element(RELATIONSHIP, 'Relationship', [own('Type', 'OSPfor')], software),
      party('FirstParty', firstPartyAbn),
      party('SecondParty', abn),
    ),
  );
}

function party(name: string, abn: string): Markup {
  return element(RELATIONSHIP, name, [own('Scheme', ABN_SCHEME), own('Value', abn)]);
}

function own(name: string, value: string) {
  return attribute(name, value, RELATIONSHIP);
}
