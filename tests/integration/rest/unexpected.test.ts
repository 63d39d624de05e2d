import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { createRestApp } from '@/lib/rest/app';
import { createMember } from '@/tests/factories/people';
import { REST_SECRET, tokenOf } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';

/** OWASP ASVS 5.0, 16.3.4 and 16.5.1 */
describe('a failure that nobody expected', () => {
  const env = useTestEnv();
  const errors: [string, object][] = [];

  /** The first statement behind the check of who asks fails as no driver does. */
  const broken = new Proxy({} as ServiceContext['db'], {
    get: () => {
      throw new Error('secret row of hong@example.com');
    },
  });
  const createContext = (actor: Actor): ServiceContext => {
    const ctx = env.ctx(actor);
    const error = (fields: object, message: string) => void errors.push([message, fields]);
    const logger = { ...ctx.logger, error };
    return actor.kind === 'visitor' ? { ...ctx, logger } : { ...ctx, logger, db: broken };
  };

  it('is one plain sentence to who asked and one whole line in the log', async () => {
    const app = createRestApp({ createContext, sessionSecret: REST_SECRET });
    const authorization = `Bearer ${await tokenOf(await createMember(env.db))}`;
    const answer = await app.request('/api/v1/me', { headers: { authorization } });
    const text = await answer.text();
    expect(answer.status).toBe(503);
    expect(text + JSON.stringify([...answer.headers])).not.toMatch(/secret|hong|at \w+ \(|\.ts:/);
    const requestId = answer.headers.get('x-request-id');
    expect(JSON.parse(text)).toMatchObject({ code: 'UNAVAILABLE', requestId });
    expect(errors).toEqual([
      ['request failed', { requestId, err: expect.objectContaining({ message: expect.any(String) }) }],
    ]);
  });
});
