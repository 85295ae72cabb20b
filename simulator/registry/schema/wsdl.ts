/** The service's own description, served at `?wsdl`: composed from the same schema documents that bodies are judged by. */
import { PATHS } from '../../addresses.ts';
import { USI_NAMESPACE } from '../faults.ts';
import { SCHEMAS } from './index.ts';

const NAMESPACE = `${USI_NAMESPACE}/servicepolicy`;

/** Every operation of v5, in the order of protocol facts, f. */
export const OPERATION_NAMES = [
  'VerifyUSI',
  'BulkVerifyUSI',
  'LocateUSI',
  'CreateUSI',
  'UpdateUSIContactDetails',
  'UpdateUSIPersonalDetails',
  'BulkUpload',
  'BulkUploadRetrieve',
  'GetNonDvsDocumentTypes',
  'GetCountries',
] as const;

/** The WSDL with the address of the simulator that serves it. */
export function writeWsdl(origin: string): string {
  const each = (write: (operation: string) => string) => OPERATION_NAMES.map(write).join('\n');
  return `<?xml version="1.0" encoding="utf-8"?>
<wsdl:definitions name="USIService" targetNamespace="${NAMESPACE}" xmlns:tns="${NAMESPACE}"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"
    xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl" xmlns:u="${USI_NAMESPACE}" xmlns:e="http://usi.gov.au/2020/ws">
  <wsdl:types>
${SCHEMAS.operations}${SCHEMAS.faultDetails}  </wsdl:types>
  <wsdl:message name="ErrorInfo"><wsdl:part name="detail" element="e:ErrorInfo"/></wsdl:message>
  <wsdl:message name="ArrayOfErrorInfo"><wsdl:part name="detail" element="e:ArrayOfErrorInfo"/></wsdl:message>
${each(messages)}
  <wsdl:portType name="IUSIService">
${each(portOperation)}
  </wsdl:portType>
  <wsdl:binding name="USIServiceBinding" type="tns:IUSIService">
    <soap12:binding transport="http://schemas.xmlsoap.org/soap/http"/>
${each(bindingOperation)}
  </wsdl:binding>
  <wsdl:service name="USIService">
    <wsdl:port name="USIServiceBinding" binding="tns:USIServiceBinding">
      <soap12:address location="${origin}${PATHS.registry}"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`;
}

function messages(operation: string): string {
  return [operation, `${operation}Response`]
    .map(
      (name) =>
        `  <wsdl:message name="${name}"><wsdl:part name="parameters" element="u:${name}"/></wsdl:message>`,
    )
    .join('\n');
}

function portOperation(operation: string): string {
  const action = `${USI_NAMESPACE}/${operation}`;
  return `    <wsdl:operation name="${operation}">
      <wsdl:input wsaw:Action="${action}" message="tns:${operation}"/>
      <wsdl:output wsaw:Action="${action}Response" message="tns:${operation}Response"/>
      <wsdl:fault name="ErrorInfoFault" wsaw:Action="${action}ResponseErrorInfoFault" message="tns:ErrorInfo"/>
      <wsdl:fault name="ArrayOfErrorInfoFault" wsaw:Action="${action}ResponseErrorInfoFault" message="tns:ArrayOfErrorInfo"/>
    </wsdl:operation>`;
}

function bindingOperation(operation: string): string {
  return `    <wsdl:operation name="${operation}">
      <soap12:operation soapAction="${USI_NAMESPACE}/${operation}" style="document"/>
      <wsdl:input><soap12:body use="literal"/></wsdl:input>
      <wsdl:output><soap12:body use="literal"/></wsdl:output>
      <wsdl:fault name="ErrorInfoFault"><soap12:fault name="ErrorInfoFault" use="literal"/></wsdl:fault>
      <wsdl:fault name="ArrayOfErrorInfoFault"><soap12:fault name="ArrayOfErrorInfoFault" use="literal"/></wsdl:fault>
    </wsdl:operation>`;
}
