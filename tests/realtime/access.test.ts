import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { withdraw } from '@/lib/features/account/server/withdraw';
import { suspendMember } from '@/lib/features/admin/server/members';
import { hashPassword } from '@/lib/features/auth/server/password-hash';
import { alertsHandlers } from '@/lib/realtime/server/handlers/alerts';
import { chatHandlers } from '@/lib/realtime/server/handlers/chat';
import type { ChatSocket } from '@/lib/realtime/server/types';
import { createMember } from '@/tests/factories/people';
import {
  type AccessScene,
  createAccessScene,
  fingerprint,
  PERSONS,
  type Person,
} from '@/tests/support/access-scene';
import { ask, useRealtime } from '@/tests/support/realtime-env';
import { useTestEnv } from '@/tests/support/test-env';

interface SocketRow {
  namespace: '/chat' | '/alerts';
  input: (scene: AccessScene) => object;
  /** ok or the code, in the order of PERSONS; `-` for those whom no socket lets in */
  answers: string;
}

const room = ({ roomId }: AccessScene) => ({ roomId });
const OF_TWO = '- NOT_FOUND NOT_FOUND ok ok ok ok NOT_FOUND - -';
const OWN = '- ok ok ok ok ok ok ok - -';

/** Every event that a client may send, for every kind of person. */
const TABLE: Record<string, SocketRow> = {
  'room:join': { namespace: '/chat', input: room, answers: OF_TWO },
  'room:leave': { namespace: '/chat', input: room, answers: OWN },
  'message:send': {
    namespace: '/chat',
    input: (scene) => ({ ...room(scene), clientId: randomUUID(), body: '네' }),
    answers: '- FORBIDDEN NOT_FOUND ok ok ok ok NOT_FOUND - -',
  },
  'message:list': { namespace: '/chat', input: room, answers: OF_TWO },
  'room:read': { namespace: '/chat', input: (scene) => ({ ...room(scene), seq: 1 }), answers: OF_TWO },
  // Only from within a room that was joined: nobody here has.
  'room:typing': {
    namespace: '/chat',
    input: room,
    answers: '- NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND NOT_FOUND - -',
  },
  'alert:list': { namespace: '/alerts', input: () => ({}), answers: OWN },
  'alert:read': {
    namespace: '/alerts',
    input: ({ alertId }) => ({ id: alertId }),
    answers: '- NOT_FOUND NOT_FOUND NOT_FOUND ok NOT_FOUND ok NOT_FOUND - -',
  },
};

describe('who may do what by socket', () => {
  const env = useTestEnv();
  const rt = useRealtime(env);

  it('every event is in the table, and nothing else', () => {
    const socket = { data: { userId: 'x' } } as ChatSocket;
    const events = [...Object.keys(chatHandlers(socket)), ...Object.keys(alertsHandlers())];
    expect(Object.keys(TABLE).sort()).toEqual(events.sort());
  });

  it.each(Object.entries(TABLE))('%s', async (event, row) => {
    const answers: string[] = [];
    for (const person of PERSONS) answers.push(await answerOf(event, row, person));
    expect(answers.join(' ')).toBe(row.answers);
  });

  /** What was refused has stored nothing. */
  async function answerOf(event: string, { namespace, input }: SocketRow, person: Person) {
    const scene = await createAccessScene(env.db, person, {}, new Date());
    const before = await fingerprint(env.db);
    const socket = await connect(scene, namespace);
    const answer = socket ? await ask(socket, event, input(scene)) : null;
    socket?.disconnect();
    if (!answer?.ok) expect(`${person}\n${await fingerprint(env.db)}`).toBe(`${person}\n${before}`);
    if (answer === null) return '-';
    return answer.ok ? 'ok' : answer.error.code;
  }

  /** @returns null for whom no socket lets in, and who is told so */
  async function connect({ actor }: AccessScene, namespace: '/chat' | '/alerts'): Promise<Socket | null> {
    const trying = actor
      ? rt.connectAs(actor, namespace)
      : rt.connect(namespace, { extraHeaders: { Origin: rt.url } });
    return trying.catch((error: Error & { data?: { code?: string } }) => {
      expect(error.data?.code).toBe('UNAUTHENTICATED');
      return null;
    });
  }

  describe('ends within two seconds, for both namespaces,', () => {
    const LIMIT_MS = 2_000;

    async function connected() {
      const member = await createMember(env.db);
      const sockets = await Promise.all([rt.connectAs(member, '/chat'), rt.connectAs(member, '/alerts')]);
      return { member, sockets };
    }

    async function allEnded(sockets: Socket[]) {
      const until = Date.now() + LIMIT_MS;
      while (sockets.some(({ connected: isOpen }) => isOpen) && Date.now() < until) await sleep(20);
      return sockets.every(({ connected: isOpen }) => !isOpen);
    }

    it('when an admin suspends the member', async () => {
      const { member, sockets } = await connected();
      const adminPassword = 'Admin!2345';
      const admin = await createMember(env.db, {
        role: 'ADMIN',
        passwordHash: await hashPassword(adminPassword),
      });
      await suspendMember(rt.ctx(admin), { memberId: member.id, reason: '욕설', adminPassword });
      expect(await allEnded(sockets)).toBe(true);
      await expect(rt.connectAs(member)).rejects.toThrow();
    });

    it('when the member leaves', async () => {
      const { member, sockets } = await connected();
      await withdraw(rt.ctx(member));
      expect(await allEnded(sockets)).toBe(true);
      await expect(rt.connectAs(member)).rejects.toThrow();
    });
  });
});
