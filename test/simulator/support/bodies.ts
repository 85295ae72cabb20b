/** Request bodies on both sides of the schema's rules. */
interface SampleBody {
  title: string;
  xml: string;
  verdict: 'accepted' | 'refused';
}

const USI = 'http://usi.gov.au/2022/ws';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const verify = (inner: string) => `<VerifyUSI xmlns="${USI}">${inner}</VerifyUSI>`;
const START = '<OrgCode>VA1803</OrgCode><USI>BNGH7C75FN</USI>';
const NAMES = '<FirstName>Maryam</FirstName><FamilyName>Fredrick</FamilyName>';
const BIRTH = '<DateOfBirth>1966-05-25</DateOfBirth>';
const row = (id: string, usi: string) =>
  `<Verification><RecordId>${id}</RecordId><USI>${usi}</USI>${NAMES}${BIRTH}</Verification>`;
const bulk = (count: string, rows: string) =>
  `<BulkVerifyUSI xmlns="${USI}"><OrgCode>VA1803</OrgCode><NoOfVerifications>${count}</NoOfVerifications><Verifications>${rows}</Verifications></BulkVerifyUSI>`;
const locate = (contact: string) =>
  `<LocateUSI xmlns="${USI}"><OrgCode>VA1803</OrgCode><UserReference>me</UserReference><PersonalDetails><Gender>F</Gender>${BIRTH}</PersonalDetails>${contact}</LocateUSI>`;
const update = (document: string) =>
  `<UpdateUSIPersonalDetails xmlns="${USI}" xmlns:t="${USI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${START}<DVSCheckRequired>true</DVSCheckRequired>` +
  `<UserReference>me</UserReference><PersonalDetailsModifier>FirstName</PersonalDetailsModifier><PersonalDetailsUpdate/>${document}</UpdateUSIPersonalDetails>`;

const create = (extra: string) =>
  `<CreateUSI xmlns="${USI}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><RequestId>1</RequestId><OrgCode>VA1803</OrgCode><Application>` +
  '<ApplicationId>1</ApplicationId><DVSCheckRequired>false</DVSCheckRequired><UserReference>me</UserReference>' +
  '<ContactDetails><CountryOfResidenceCode>1101</CountryOfResidenceCode></ContactDetails>' +
  `<PersonalDetails><Gender>X</Gender><SingleName>Amy</SingleName>${BIRTH}<CountryOfBirthCode>1101</CountryOfBirthCode>` +
  `<TownCityOfBirth>Perth</TownCityOfBirth><IsPreferredName>false</IsPreferredName></PersonalDetails>${extra}</Application></CreateUSI>`;

const accepted = (title: string, xml: string): SampleBody => ({ title, xml, verdict: 'accepted' });
const refused = (title: string, xml: string): SampleBody => ({ title, xml, verdict: 'refused' });

export const BODIES: readonly SampleBody[] = [
  accepted('a pair of names', verify(START + NAMES + BIRTH)),
  accepted('a single name', verify(`${START}<SingleName>Amy</SingleName>${BIRTH}`)),
  accepted('an empty first name', verify(`${START}<FirstName/><FamilyName>F</FamilyName>${BIRTH}`)),
  accepted(
    'forty characters outside the basic plane',
    verify(`${START}<SingleName>${'𝒜'.repeat(40)}</SingleName>${BIRTH}`),
  ),
  accepted('a date with a time zone', verify(`${START}${NAMES}<DateOfBirth>1966-05-25+10:00</DateOfBirth>`)),
  accepted(
    'the 29th of February in a leap year',
    verify(`${START}${NAMES}<DateOfBirth>2000-02-29</DateOfBirth>`),
  ),
  accepted('white space and comments between elements', verify(` ${START}<!-- here -->\n${NAMES}\t${BIRTH}`)),
  accepted(
    'an element that names its own type',
    verify((START + NAMES + BIRTH).replace('<OrgCode>', `<OrgCode ${XSI} xsi:type="OrgCodeType">`)),
  ),
  refused(
    'an element that names another type',
    verify((START + NAMES + BIRTH).replace('<OrgCode>', `<OrgCode ${XSI} xsi:type="USIType">`)),
  ),
  refused(
    'an element that cannot be nil and says that it is not',
    verify((START + NAMES + BIRTH).replace('<OrgCode>', `<OrgCode ${XSI} xsi:nil="false">`)),
  ),
  refused(
    'an attribute that XML Schema does not have',
    verify((START + NAMES + BIRTH).replace('<OrgCode>', `<OrgCode ${XSI} xsi:kind="x">`)),
  ),
  accepted('an OrgCode of lower case', verify((START + NAMES + BIRTH).replace('VA1803', 'va1'))),
  refused('an empty OrgCode', verify((START + NAMES + BIRTH).replace('VA1803', ''))),
  refused('an OrgCode with a dash', verify((START + NAMES + BIRTH).replace('VA1803', 'VA-1'))),
  refused('an OrgCode of nine characters', verify((START + NAMES + BIRTH).replace('VA1803', 'VA1803000'))),
  refused('a lower-case USI', verify((START + NAMES + BIRTH).replace('BNGH7C75FN', 'bngh7c75fn'))),
  refused('a USI with an I', verify((START + NAMES + BIRTH).replace('BNGH7C75FN', 'BNGH7C75IN'))),
  refused('a USI with a space at the end', verify((START + NAMES + BIRTH).replace('5FN<', '5FN <'))),
  refused(
    'a first name of 41 characters',
    verify(`${START}<FirstName>${'x'.repeat(41)}</FirstName><FamilyName/>${BIRTH}`),
  ),
  refused('a first name alone', verify(`${START}<FirstName>Maryam</FirstName>${BIRTH}`)),
  refused(
    'names the other way round',
    verify(`${START}<FamilyName>F</FamilyName><FirstName>M</FirstName>${BIRTH}`),
  ),
  refused('names and a single name', verify(`${START}${NAMES}<SingleName>Amy</SingleName>${BIRTH}`)),
  refused('no name', verify(START + BIRTH)),
  refused('no date', verify(START + NAMES)),
  refused(
    'the 29th of February in another year',
    verify(`${START}${NAMES}<DateOfBirth>1999-02-29</DateOfBirth>`),
  ),
  refused('an Australian date', verify(`${START}${NAMES}<DateOfBirth>25/05/1966</DateOfBirth>`)),
  refused('the year zero', verify(`${START}${NAMES}<DateOfBirth>0000-01-01</DateOfBirth>`)),
  refused('a time zone off the map', verify(`${START}${NAMES}<DateOfBirth>1966-05-25+14:01</DateOfBirth>`)),
  refused(
    'a date with a no-break space',
    verify(`${START}${NAMES}<DateOfBirth>1966-05-25\u00a0</DateOfBirth>`),
  ),
  refused('an element too many', verify(`${START}${NAMES}${BIRTH}<Gender>F</Gender>`)),
  refused('text between elements', verify(`${START}and${NAMES}${BIRTH}`)),
  refused('a no-break space between elements', verify(`${START}\u00a0${NAMES}${BIRTH}`)),
  refused('CDATA between elements', verify(`${START}<![CDATA[ ]]>${NAMES}${BIRTH}`)),
  refused('an attribute', verify(`${START}${NAMES}<DateOfBirth kind="x">1966-05-25</DateOfBirth>`)),
  refused('an element inside a value', verify(`${START}<SingleName>A<b/></SingleName>${BIRTH}`)),
  refused('elements without namespace', verify(START + NAMES + BIRTH.replace('>', ' xmlns="">'))),
  refused('an operation that does not exist', `<VerifyAll xmlns="${USI}"/>`),
  accepted('one row', bulk('1', row('1', 'BNGH7C75FN'))),
  accepted(
    'five hundred rows',
    bulk('500', Array.from({ length: 500 }, (_, i) => row(`${i}`, 'BNGH7C75FN')).join('')),
  ),
  accepted('a negative count, which only the service can refuse', bulk('-1', row('1', 'BNGH7C75FN'))),
  accepted(
    'the same RecordId twice, which only the service can refuse',
    bulk('2', row('1', 'BNGH7C75FN').repeat(2)),
  ),
  refused('five hundred and one rows', bulk('500', row('1', 'BNGH7C75FN').repeat(501))),
  refused('a count of 501', bulk('501', row('1', 'BNGH7C75FN'))),
  refused('no rows', bulk('0', '')),
  refused('a RecordId that is too large', bulk('1', row('2147483648', 'BNGH7C75FN'))),
  accepted('empty contact details', locate('<ContactDetails/>')),
  refused('no contact details', locate('')),
  refused(
    'two addresses',
    locate(
      '<ContactDetails><InternationalAddress>a</InternationalAddress><InternationalAddress>b</InternationalAddress></ContactDetails>',
    ),
  ),
  accepted(
    'an identity document by its type',
    update(
      '<DVSDocument xsi:type="t:PassportDocumentType"><DocumentNumber>X1111111</DocumentNumber></DVSDocument>',
    ),
  ),
  accepted('a boolean between spaces', update('').replace('>true<', '> true <')),
  refused('a boolean of another word', update('').replace('>true<', '>yes<')),
  refused(
    'an identity document of a type that is none',
    update('<DVSDocument xsi:type="t:PhoneType"><Home>1</Home></DVSDocument>'),
  ),
  refused('an identity document without type', update('<DVSDocument/>')),
  refused('an identity document of an unknown type', update('<DVSDocument xsi:type="t:LibraryCardType"/>')),
  refused(
    'an identity document of another content',
    update(
      '<DVSDocument xsi:type="t:PassportDocumentType"><ImmiCardNumber>ABC111111</ImmiCardNumber></DVSDocument>',
    ),
  ),
  accepted('an element that may be nil', create('<NonDvsDocumentTypeId xsi:nil="true"/>')),
  refused(
    'a nil element with content',
    create('<NonDvsDocumentTypeId xsi:nil="true">5</NonDvsDocumentTypeId>'),
  ),
  refused('an element that may not be nil', update('<NonDvsDocumentTypeId xsi:nil="true"/>')),
];
