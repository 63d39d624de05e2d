import { DomainError } from '@/lib/core/errors';
import { orNotFound } from '@/lib/next/or-not-found';

const is404 = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };

it.each(['NOT_FOUND', 'INVALID'] as const)('%s is the 404 screen: /chats/abc names nothing', (code) =>
  expect(orNotFound(Promise.reject(new DomainError(code, 'invalid')))).rejects.toMatchObject(is404),
);

it.each([new DomainError('UNAVAILABLE', 'unexpected'), new Error('broken')])(
  'leaves %s what it is',
  (error) => expect(orNotFound(Promise.reject(error))).rejects.toBe(error),
);

it('hands on what was found', () => expect(orNotFound(Promise.resolve(7))).resolves.toBe(7));
