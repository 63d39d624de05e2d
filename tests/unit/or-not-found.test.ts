import { DomainError } from '@/lib/core/errors';
import { orNotFound } from '@/lib/next/or-not-found';

const info = jest.fn();
const ignore = () => undefined;
const logger = { debug: ignore, info, warn: ignore, error: ignore };
const member = { kind: 'member', id: 'm1', nickname: 'n', regionCode: null, role: 'MEMBER' } as const;
const asMember = async () => ({ actor: member, logger });

const is404 = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };

it.each(['NOT_FOUND', 'INVALID'] as const)('%s is the 404 screen: /chats/abc names nothing', (code) =>
  expect(orNotFound(Promise.reject(new DomainError(code, 'invalid')), asMember)).rejects.toMatchObject(is404),
);

it.each([new DomainError('UNAVAILABLE', 'unexpected'), new Error('broken')])(
  'leaves %s what it is',
  (error) => expect(orNotFound(Promise.reject(error))).rejects.toBe(error),
);

it('hands on what was found', () => expect(orNotFound(Promise.resolve(7))).resolves.toBe(7));

it('leaves a line of what is not there for a member', async () => {
  info.mockClear();
  await orNotFound(Promise.reject(new DomainError('NOT_FOUND', 'notFound')), asMember).catch(ignore);
  expect(info).toHaveBeenCalledWith(
    expect.objectContaining({ way: 'page', code: 'NOT_FOUND', member: 'm1' }),
    'refused',
  );
});
