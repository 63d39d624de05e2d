import type { ActionCall } from '@/tests/support/call-action';

/** Nobody's: found again wherever it was stored. */
const DECOY_ID = '0dec0a00-0000-4000-8000-000000000000';
export const MARKS = [DECOY_ID, '7654321', '2001-02-03'];

/** What a row has and its sender has no say in. */
export function moreFields(): Record<string, unknown> {
  const whose = [
    'ownerId',
    'authorId',
    'userId',
    'senderId',
    'lenderId',
    'renterId',
    'reporterId',
    'actorId',
  ];
  return {
    ...Object.fromEntries(whose.map((name) => [name, DECOY_ID])),
    role: 'ADMIN',
    status: 'CLOSED',
    totalWon: 7_654_321,
    unitPriceWon: 7_654_321,
    sessionVersion: 7_654_321,
    createdAt: '2001-02-03T04:05:06.000Z',
    listedAt: '2001-02-03T04:05:06.000Z',
    emailVerifiedAt: '2001-02-03T04:05:06.000Z',
    passwordHash: DECOY_ID,
    actor: { kind: 'system' },
  };
}

/** Headers by which some servers let themselves be told who asks, for what and how. */
export const FORGED_HEADERS = {
  'X-Forwarded-For': '127.0.0.1',
  'X-Forwarded-Proto': 'http',
  'X-Real-IP': '127.0.0.1',
  'X-Client-Address': '127.0.0.1',
  'X-HTTP-Method-Override': 'DELETE',
  'X-Original-URL': '/admin',
  'X-Rewrite-URL': '/admin',
  'X-Forwarded-Host': 'evil.example',
  'X-Middleware-Subrequest': 'middleware:middleware:middleware:middleware:middleware',
};

interface Bent extends Pick<ActionCall, 'args' | 'stateForm' | 'form' | 'body'> {
  what: string;
  /** nothing that the verb could read, so that it must refuse */
  isHopeless: boolean;
}

const LONG = 'a'.repeat(100_000);
const DEEP = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
const KINDS: [string, unknown][] = [
  ['a number', 1e308],
  ['null', null],
  ['a list', [[]]],
  ['an object', { length: 1, toString: 'x' }],
  ['100 kB', LONG],
  ['NUL', 'a\u0000b'],
  ['half a pair', 'a\ud800'],
  ['a date that is none', '2026-13-45T99:99:99Z'],
];

/** Each argument, and each field of one, in every other kind. */
export function bentLists(args: readonly unknown[]): Bent[] {
  const whole = args.flatMap((_, place) =>
    KINDS.map(([kind, value]) => ({
      what: `${kind} as argument ${place}`,
      args: args.with(place, value),
      isHopeless: kind === 'a number' || kind === '100 kB',
    })),
  );
  const fields = args.flatMap((argument, place) =>
    namesOf(argument).flatMap((name) =>
      KINDS.map(([kind, value]) => ({
        what: `${kind} as ${name}`,
        args: args.with(place, { ...Object(argument), [name]: value }),
        isHopeless: kind === 'an object' || kind === 'a list',
      })),
    ),
  );
  const deep = args.map((_, place) => ({
    what: `10,000 levels as argument ${place}`,
    body: `[${args.map((value, at) => (at === place ? DEEP : JSON.stringify(value))).join(',')}]`,
    isHopeless: true,
  }));
  const none = { what: 'no arguments', args: [], isHopeless: false };
  return [...whole, ...fields, ...deep, none];
}

function namesOf(argument: unknown): string[] {
  return typeof argument === 'object' && argument !== null ? Object.keys(argument) : [];
}

/** Each field of a form as what no field holds; no form at all. */
export function bentForms(way: 'stateForm' | 'form', fields: Record<string, string>): Bent[] {
  const values: [string, string | Blob][] = [
    ['100 kB', LONG],
    ['NUL', 'a\u0000b'],
    ['a file', new Blob(['x'])],
    ['nothing', ''],
    ['a number too large', '1e309'],
  ];
  const bent = Object.keys(fields).flatMap((name) =>
    values.map(([kind, value]) => ({
      what: `${kind} as ${name}`,
      [way]: { ...fields, [name]: value },
      isHopeless: false,
    })),
  );
  const bodies = KINDS.map(([kind, value]) => ({
    what: `${kind} instead of the form`,
    args: way === 'form' ? [value] : [null, value],
    isHopeless: false,
  }));
  const deep = { what: '10,000 levels instead of the form', body: `[${DEEP},${DEEP}]`, isHopeless: false };
  return [...bent, ...bodies, deep];
}

/** As long as browsers make them. */
const BOUNDARY = 'x'.repeat(30);
const form = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` };
const part = (name: string, text: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

/** Bodies over which React, or who takes them apart before it, would throw: what, status, body, headers. */
export const UNREADABLE: [string, number, string, Record<string, string>?][] = [
  ['nothing', 400, ''],
  ['JSON that ends too early', 400, '[{"a":'],
  ['no list', 400, '"x"'],
  ['a list of 10,000 levels', 400, DEEP],
  ['an object of 10,000 levels', 400, `[${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}]`],
  ['a path into what every object has', 400, '["$0:__proto__:constructor:constructor"]'],
  ['a part that is not there', 400, '["$7"]'],
  ['a server function', 400, '["$F1"]'],
  ['a number of no end', 400, `["$n${'9'.repeat(100_000)}"]`],
  ['a stream', 400, '["$R0"]'],
  ['another form of the web', 400, 'a=b', { 'Content-Type': 'application/x-www-form-urlencoded' }],
  ['a form without an end', 400, part('0', '["$K1"]'), form],
  ['a form that is none', 400, 'x', form],
  ['a form with deep parts', 400, `${part('1', DEEP)}${part('0', '["$1"]')}--${BOUNDARY}--\r\n`, form],
  ['a form bound to what is not there', 400, `${part('$ACTION_1:0', '{"id":')}--${BOUNDARY}--\r\n`, form],
  [
    'a form bound to a part that is not there',
    400,
    `${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}--${BOUNDARY}--\r\n`,
    form,
  ],
  ['more than 256 kB', 413, `["${'a'.repeat(300_000)}"]`],
];
