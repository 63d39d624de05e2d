import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';
import {
  type Condition,
  type FilePart,
  type Policy,
  postForm,
  signFields,
  toBase64,
} from '../../support/post-form';

const KEY = 'uploads/member-1/photo';
const BYTES = Buffer.from('0123456789');
const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

let store: TestStore;
beforeAll(async () => {
  store = await startTestStore();
});
afterAll(() => store.stop());
afterEach(() => expect(store.faults).toEqual([]));

interface Form {
  policy: Policy;
  fields: Record<string, string>;
  file: Buffer;
  /** Changes what goes over the wire after signing. */
  tamper: (fields: Record<string, string>) => Record<string, string>;
  sign: Parameters<typeof signFields>[1];
}

const conditions: Condition[] = [
  { bucket: STORE.bucket },
  ['eq', '$key', KEY],
  { 'Content-Type': 'image/jpeg' },
  ['content-length-range', 5, 20],
  ['starts-with', '$x-amz-credential', `${STORE.accessKeyId}/`],
  { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
  ['starts-with', '$x-amz-date', ''],
];

function goodForm(): Form {
  return {
    policy: { expiration: IN_AN_HOUR, conditions },
    fields: { key: KEY, 'Content-Type': 'image/jpeg' },
    file: BYTES,
    tamper: (fields) => fields,
    sign: {},
  };
}

async function send(change: Partial<Form>, bucketUrl = store.bucketUrl) {
  const form = { ...goodForm(), ...change };
  const fields = form.tamper({ ...form.fields, ...signFields(form.policy, form.sign) });
  return postForm(bucketUrl, [...Object.entries(fields), ['file', { content: form.file }]]);
}

function without(index: number): Condition[] {
  return conditions.filter((_, position) => position !== index);
}

function withConditions(...more: unknown[]): Partial<Form> {
  return { policy: { expiration: IN_AN_HOUR, conditions: [...conditions, ...more] } };
}

const set = (name: string, value: string) => (fields: Record<string, string>) => ({
  ...fields,
  [name]: value,
});
const drop = (name: string) => (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));

describe('a POST form is stored', () => {
  const good: [string, Partial<Form>][] = [
    ['when it keeps every rule', {}],
    ['at the upper bound', { file: Buffer.alloc(20) }],
    ['at the lower bound', { file: Buffer.alloc(5) }],
    [
      'with x-ignore- fields that no condition covers',
      { fields: { ...goodForm().fields, 'x-ignore-me': '1' } },
    ],
    ['with field names in another case', { fields: { KEY, 'content-TYPE': 'image/jpeg' } }],
    ['with an operator in another case', withConditions(['StArTs-WiTh', '$key', 'uploads/'])],
    ['with content-length-range as text', withConditions(['content-length-range', '0', '4000'])],
    [
      'when a starts-with on the content type holds',
      {
        policy: {
          expiration: IN_AN_HOUR,
          conditions: [...without(2), ['starts-with', '$Content-Type', 'image/']],
        },
        fields: { key: KEY, 'Content-Type': 'image/png' },
      },
    ],
  ];
  it.each(good)('%s', async (_name, change) => {
    const answer = await send(change);
    expect([answer.status, answer.code]).toEqual([204, '']);
  });

  it('when the AWS SDK made it', async () => {
    const { url, fields } = await createPresignedPost(store.client, {
      Bucket: STORE.bucket,
      Key: 'uploads/member-1/sdk',
      Conditions: [
        ['content-length-range', 1, 100],
        ['starts-with', '$Content-Type', 'image/'],
      ],
      Fields: { 'Content-Type': 'image/webp' },
      Expires: 60,
    });
    expect(url.replace(/\/$/, '')).toBe(store.bucketUrl);
    const answer = await postForm(store.bucketUrl, [...Object.entries(fields), ['file', { content: BYTES }]]);
    expect(answer.status).toBe(204);
  });
});

describe('a POST form that breaks one rule alone is refused and leaves nothing', () => {
  const refused: [rule: string, status: number, code: string, change: Partial<Form>][] = [
    [
      'an expired policy',
      403,
      'AccessDenied',
      { policy: { expiration: '2020-01-01T00:00:00Z', conditions } },
    ],
    ['no expiration', 400, 'InvalidPolicyDocument', { policy: { conditions } }],
    [
      'an expiration in another case',
      400,
      'InvalidPolicyDocument',
      { policy: { conditions, ...{ EXPIRATION: IN_AN_HOUR } } },
    ],
    [
      'an expiration that is no date',
      400,
      'InvalidPolicyDocument',
      { policy: { expiration: 'soon', conditions } },
    ],
    [
      'an expiration without a zone',
      400,
      'InvalidPolicyDocument',
      { policy: { expiration: '2099-01-01T00:00:00', conditions } },
    ],
    [
      'an expiration that is a number',
      400,
      'InvalidPolicyDocument',
      { policy: { expiration: 4e12, conditions } },
    ],
    ['no conditions', 400, 'InvalidPolicyDocument', { policy: { expiration: IN_AN_HOUR } }],
    [
      'conditions that are no list',
      400,
      'InvalidPolicyDocument',
      { policy: { expiration: IN_AN_HOUR, conditions: {} } },
    ],
    [
      'an empty list of conditions',
      403,
      'AccessDenied',
      { policy: { expiration: IN_AN_HOUR, conditions: [] } },
    ],
    ['an empty condition', 400, 'InvalidPolicyDocument', withConditions({})],
    [
      'a condition with two properties',
      400,
      'InvalidPolicyDocument',
      withConditions({ acl: 'private', key: KEY }),
    ],
    ['a condition that is text', 400, 'InvalidPolicyDocument', withConditions('key')],
    ['a condition that is null', 400, 'InvalidPolicyDocument', withConditions(null)],
    ['a condition whose value is no text', 400, 'InvalidPolicyDocument', withConditions({ key: 1 })],
    ['an unknown operator', 400, 'InvalidPolicyDocument', withConditions(['ends-with', '$key', 'photo'])],
    ['an operator without $', 400, 'InvalidPolicyDocument', withConditions(['eq', 'key', KEY])],
    ['a list condition of two', 400, 'InvalidPolicyDocument', withConditions(['eq', '$key'])],
    ['a list condition of four', 400, 'InvalidPolicyDocument', withConditions(['eq', '$key', KEY, KEY])],
    [
      'content-length-range without a maximum',
      400,
      'InvalidPolicyDocument',
      withConditions(['content-length-range', 0]),
    ],
    [
      'content-length-range below zero',
      400,
      'InvalidPolicyDocument',
      withConditions(['content-length-range', -1, 20]),
    ],
    [
      'content-length-range with a fraction',
      400,
      'InvalidPolicyDocument',
      withConditions(['content-length-range', 0, 1.5]),
    ],
    ['a file above the range', 400, 'EntityTooLarge', { file: Buffer.alloc(21) }],
    ['a file far above the range', 400, 'EntityTooLarge', { file: Buffer.alloc(3_000_000) }],
    ['a file below the range', 400, 'EntityTooSmall', { file: Buffer.alloc(4) }],
    ['an empty file', 400, 'EntityTooSmall', { file: Buffer.alloc(0) }],
    [
      'a second range that is narrower',
      400,
      'EntityTooLarge',
      withConditions(['content-length-range', 0, 9]),
    ],
    [
      'another key',
      403,
      'AccessDenied',
      { fields: { key: 'uploads/member-2/photo', 'Content-Type': 'image/jpeg' } },
    ],
    [
      'a key that only begins alike',
      403,
      'AccessDenied',
      { fields: { key: `${KEY}.html`, 'Content-Type': 'image/jpeg' } },
    ],
    [
      'a key in another case',
      403,
      'AccessDenied',
      { fields: { key: KEY.toUpperCase(), 'Content-Type': 'image/jpeg' } },
    ],
    ['a prefix that does not hold', 403, 'AccessDenied', withConditions(['starts-with', '$key', 'images/'])],
    ['no key', 403, 'AccessDenied', { fields: { 'Content-Type': 'image/jpeg' } }],
    ['another content type', 403, 'AccessDenied', { fields: { key: KEY, 'Content-Type': 'text/html' } }],
    ['no content type', 403, 'AccessDenied', { fields: { key: KEY } }],
    [
      'an uncovered field',
      403,
      'AccessDenied',
      { fields: { ...goodForm().fields, 'Cache-Control': 'no-store' } },
    ],
    [
      'an uncovered metadata field',
      403,
      'AccessDenied',
      { fields: { ...goodForm().fields, 'x-amz-meta-a': 'b' } },
    ],
    [
      'an uncovered success_action_status',
      403,
      'AccessDenied',
      { fields: { ...goodForm().fields, success_action_status: '201' } },
    ],
    [
      'an uncovered content type',
      403,
      'AccessDenied',
      { policy: { expiration: IN_AN_HOUR, conditions: without(2) } },
    ],
    ['an uncovered key', 403, 'AccessDenied', { policy: { expiration: IN_AN_HOUR, conditions: without(1) } }],
    [
      'an uncovered bucket',
      403,
      'AccessDenied',
      { policy: { expiration: IN_AN_HOUR, conditions: without(0) } },
    ],
    [
      'an uncovered credential',
      403,
      'AccessDenied',
      { policy: { expiration: IN_AN_HOUR, conditions: without(4) } },
    ],
    [
      'an uncovered algorithm',
      403,
      'AccessDenied',
      { policy: { expiration: IN_AN_HOUR, conditions: without(5) } },
    ],
    [
      'an uncovered date',
      403,
      'AccessDenied',
      { policy: { expiration: IN_AN_HOUR, conditions: without(6) } },
    ],
    ['a condition on a field that is missing', 403, 'AccessDenied', withConditions({ acl: 'private' })],
    [
      'another bucket in the policy',
      403,
      'AccessDenied',
      { policy: { expiration: IN_AN_HOUR, conditions: [{ bucket: 'other' }, ...without(0)] } },
    ],
    [
      'another bucket in the form',
      403,
      'AccessDenied',
      { fields: { ...goodForm().fields, bucket: 'other' } },
    ],
    [
      'a content type list with one that does not hold',
      403,
      'AccessDenied',
      {
        policy: {
          expiration: IN_AN_HOUR,
          conditions: [...without(2), ['starts-with', '$Content-Type', 'image/']],
        },
        fields: { key: KEY, 'Content-Type': 'image/png,text/html' },
      },
    ],
    [
      'a public ACL, though covered',
      400,
      'AccessControlListNotSupported',
      {
        ...withConditions({ acl: 'public-read' }),
        fields: { ...goodForm().fields, acl: 'public-read' },
      },
    ],
    [
      'a line break in a stored header',
      400,
      'InvalidArgument',
      {
        ...withConditions(['starts-with', '$cache-control', '']),
        fields: { ...goodForm().fields, 'cache-control': 'x\r\nSet-Cookie: a=b' },
      },
    ],
    [
      'a metadata name that no header may have',
      400,
      'InvalidArgument',
      {
        ...withConditions(['starts-with', '$x-amz-meta-a b', '']),
        fields: { ...goodForm().fields, 'x-amz-meta-a b': '1' },
      },
    ],
    [
      'metadata above 2 KB',
      400,
      'MetadataTooLarge',
      {
        ...withConditions(['starts-with', '$x-amz-meta-a', '']),
        fields: { ...goodForm().fields, 'x-amz-meta-a': 'x'.repeat(2100) },
      },
    ],
    [
      'a signature with one digit changed',
      403,
      'SignatureDoesNotMatch',
      {
        tamper: (fields) => set('x-amz-signature', flip(fields['x-amz-signature']))(fields),
      },
    ],
    [
      'a signature in upper case',
      403,
      'SignatureDoesNotMatch',
      {
        tamper: (fields) => set('x-amz-signature', fields['x-amz-signature']?.toUpperCase() ?? '')(fields),
      },
    ],
    ['an empty signature', 403, 'SignatureDoesNotMatch', { tamper: set('x-amz-signature', '') }],
    [
      'a policy changed after signing',
      403,
      'SignatureDoesNotMatch',
      {
        tamper: set(
          'policy',
          toBase64({ expiration: IN_AN_HOUR, conditions: [['starts-with', '$key', '']] }),
        ),
      },
    ],
    ['another secret', 403, 'SignatureDoesNotMatch', { sign: { secretAccessKey: 'wrong' } }],
    ['another access key', 403, 'InvalidAccessKeyId', { sign: { accessKeyId: 'SOMEBODY' } }],
    ['another region', 400, 'InvalidArgument', { sign: { region: 'us-east-1' } }],
    ['another service', 400, 'InvalidArgument', { sign: { service: 'ec2' } }],
    [
      'a credential of another day',
      400,
      'InvalidArgument',
      { tamper: set('x-amz-date', '20200101T000000Z') },
    ],
    ['a date that is none', 400, 'InvalidArgument', { tamper: set('x-amz-date', 'yesterday') }],
    ['a mal-formed credential', 400, 'InvalidArgument', { tamper: set('x-amz-credential', 'x/y') }],
    ['another algorithm', 400, 'InvalidArgument', { tamper: set('x-amz-algorithm', 'none') }],
    ['no signature', 400, 'InvalidArgument', { tamper: drop('x-amz-signature') }],
    ['no policy', 400, 'InvalidArgument', { tamper: drop('policy') }],
    ['no credential', 400, 'InvalidArgument', { tamper: drop('x-amz-credential') }],
    ['no algorithm', 400, 'InvalidArgument', { tamper: drop('x-amz-algorithm') }],
    ['no date', 400, 'InvalidArgument', { tamper: drop('x-amz-date') }],
    [
      'neither policy nor signature',
      403,
      'AccessDenied',
      {
        tamper: (fields) => drop('policy')(drop('x-amz-signature')(fields)),
      },
    ],
  ];

  let before: { objects: string[]; temp: string[] };
  beforeAll(async () => {
    before = await store.files();
  });

  it.each(refused)('%s → %i %s', async (_rule, status, code, change) => {
    const answer = await send(change);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await store.files()).toEqual(before);
  });

  it('names the fields that no condition covers', async () => {
    const answer = await send({ fields: { ...goodForm().fields, 'x-amz-meta-b': '1', acl: 'private' } });
    expect(answer.text).toContain('Extra input fields: x-amz-meta-b, acl');
  });

  it('posts to another bucket find none', async () => {
    const answer = await send({}, `${store.url}/other`);
    expect([answer.status, answer.code]).toEqual([404, 'NoSuchBucket']);
  });

  it.each([
    ['no base64', '{"expiration"}'],
    ['no JSON', Buffer.from('nonsense').toString('base64')],
    ['a JSON list', toBase64([])],
    ['JSON null', toBase64(null)],
    ['no UTF-8', Buffer.from([0xff, 0xfe]).toString('base64')],
    ['nothing', ''],
  ])('a signed policy that is %s → InvalidPolicyDocument', async (_name, policy) => {
    const parts: [string, string | FilePart][] = [
      ...Object.entries({ ...goodForm().fields, ...signFields(policy) }),
      ['file', { content: BYTES }],
    ];
    const answer = await postForm(store.bucketUrl, parts);
    expect([answer.status, answer.code]).toEqual([400, 'InvalidPolicyDocument']);
  });

  it('refuses a form of the AWS SDK whose life is over', async () => {
    const { fields } = await createPresignedPost(store.client, {
      Bucket: STORE.bucket,
      Key: KEY,
      Expires: -1,
    });
    const answer = await postForm(store.bucketUrl, [...Object.entries(fields), ['file', { content: BYTES }]]);
    expect([answer.status, answer.code]).toEqual([403, 'AccessDenied']);
    expect(answer.text).toContain('Policy expired');
  });
});

function flip(signature = ''): string {
  return signature.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
}
