import type { Prisma } from '@/lib/db/generated/client';
import { createMember } from '@/tests/factories/people';
import { next, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

describe('sessions that end without a word to this process', () => {
  const env = useTestEnv();
  const rt = useRealtime(env, { sessionsMs: 300 });

  it.each<[string, Prisma.UserUpdateInput]>([
    ['the member is suspended', { status: 'SUSPENDED' }],
    ['the sessions of the member were ended', { sessionVersion: 2 }],
  ])('%s: sockets that only listen end, and no others', async (_name, data) => {
    const [member, other] = await Promise.all([createMember(env.db), createMember(env.db)]);
    const sockets = await Promise.all([rt.connectAs(member), rt.connectAs(member, '/alerts')]);
    const staying = await rt.connectAs(other);
    const gone = Promise.all(sockets.map((socket) => next(socket, 'disconnect')));
    await env.db.user.update({ where: { id: member.id }, data });
    await gone;
    expect(staying.connected).toBe(true);
  });
});
