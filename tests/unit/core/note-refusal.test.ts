import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '@/lib/core/actor';
import type { ErrorCode } from '@/lib/core/errors';
import { noteForeignOrigin, noteRefusal } from '@/lib/core/note-refusal';

const MEMBER: Actor = { kind: 'member', id: 'm1', nickname: '비밀', regionCode: null, role: 'MEMBER' };
const VISITOR: Actor = { kind: 'visitor' };
const ignore = () => undefined;

describe('the lines of what was refused', () => {
  let lines: [string, object][] = [];
  const logger = {
    debug: ignore,
    info: (fields: object, message: string) => void lines.push([message, fields]),
    warn: ignore,
    error: ignore,
  };
  const refuse = (actor: Actor, code: ErrorCode, hasCredential = false) =>
    noteRefusal(
      { actor, logger, requestId: 'r1' },
      { way: 'rest', code, reason: 'some.key', event: 'getRoom', hasCredential },
    );

  // Each test begins in a second of its own.
  beforeEach(async () => {
    await sleep(1_050);
    lines = [];
  });

  it.each<[string, Actor, ErrorCode, boolean, number]>([
    ['what a member may not do', MEMBER, 'FORBIDDEN', true, 1],
    ['what is not there for a member', MEMBER, 'NOT_FOUND', true, 1],
    ['what a visitor does not find', VISITOR, 'NOT_FOUND', false, 0],
    ['who has not signed in', VISITOR, 'UNAUTHENTICATED', false, 0],
    ['a credential that does not count', VISITOR, 'UNAUTHENTICATED', true, 1],
    ['what comes too often, from anybody', VISITOR, 'RATE_LIMITED', false, 1],
    ['a field that a member filled in wrongly', MEMBER, 'INVALID', true, 0],
    ['what somebody else was quicker with', MEMBER, 'CONFLICT', true, 0],
    ['a part that is away', MEMBER, 'UNAVAILABLE', true, 0],
  ])('%s', (_what, actor, code, hasCredential, count) => {
    refuse(actor, code, hasCredential);
    expect(lines).toHaveLength(count);
  });

  it('say ids and keys alone', () => {
    refuse(MEMBER, 'FORBIDDEN');
    noteForeignOrigin(logger, 'http', 'r2');
    expect(lines).toEqual([
      [
        'refused',
        {
          way: 'rest',
          code: 'FORBIDDEN',
          reason: 'some.key',
          event: 'getRoom',
          member: 'm1',
          requestId: 'r1',
        },
      ],
      ['refused', { way: 'http', code: 'FORBIDDEN', reason: 'foreignOrigin', requestId: 'r2' }],
    ]);
  });

  it('are ten in a second at most; of a flood the rest is a number', async () => {
    for (let count = 0; count < 5_000; count += 1) refuse(VISITOR, 'RATE_LIMITED');
    expect(lines).toHaveLength(10);
    await sleep(1_100);
    expect(lines.slice(10)).toEqual([['refused, not written down', { count: 4_990 }]]);
    refuse(VISITOR, 'RATE_LIMITED');
    expect(lines).toHaveLength(12);
  });
});
