/** What a page shows of the API's document (lib/rest/reference.ts makes it). */
export interface FieldReference {
  name: string;
  type: string;
  isRequired: boolean;
  note: string;
}

export interface OperationReference {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  needsToken: boolean;
  parameters: FieldReference[];
  body: FieldReference[];
  answers: { status: string; text: string }[];
}

export interface SchemaReference {
  name: string;
  fields: FieldReference[];
}
