import { randomUUID } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import { Prisma } from '@/lib/db/generated/client';
import { writeFeedback } from '@/lib/features/feedback/server/write-feedback';
import { requestUpload } from '@/lib/features/images/server/request-upload';
import { createItem } from '@/lib/features/items/server/create-item';
import { relistItem } from '@/lib/features/items/server/relist-item';
import { acceptRental } from '@/lib/features/rentals/server/accept-rental';
import { cancelRental } from '@/lib/features/rentals/server/cancel-rental';
import { endRental } from '@/lib/features/rentals/server/end-rental';
import { handOverRental } from '@/lib/features/rentals/server/hand-over-rental';
import { rejectRental } from '@/lib/features/rentals/server/reject-rental';
import { requestRental } from '@/lib/features/rentals/server/request-rental';
import { writeReport } from '@/lib/features/reports/server/write-report';
import { writeReview } from '@/lib/features/reviews/server/write-review';
import { JOBS } from '@/lib/jobs/registry';
import { asOnce } from '@/lib/next/once';
import { apiDocument } from '@/lib/rest/document';
import { HOUR_MS } from '@/tests/factories/scenes';
import { ask, useRealtime } from '@/tests/support/realtime-env';
import { refusalOf } from '@/tests/support/refusal';
import { useRest } from '@/tests/support/rest-env';
import { useTestEnv } from '@/tests/support/test-env';
import { DEEDS, type Deed } from './deeds';

type Verb = (ctx: ServiceContext, input: object) => Promise<unknown>;

/** What pages do with a `submissionId`, as their server actions run it (app/_actions). */
const ACTIONS = {
  createItem,
  writeFeedback,
  relistItem,
  requestRental,
  acceptRental,
  rejectRental,
  cancelRental,
  handOverRental,
  endRental,
  writeReview,
  requestUpload,
  reportItem: writeReport,
} as unknown as Record<string, Verb>;

/** A POST that changes nothing. */
const READING = ['quoteRental'];

describe('the same request ten times at once, and again an hour later', () => {
  const env = useTestEnv();
  const rest = useRest(env);
  const rt = useRealtime(env);

  /** One way to ask for a deed under a key. */
  interface Way {
    again(): Promise<unknown>;
    /** @returns how another request under the same key is refused */
    otherwise(): Promise<unknown>;
  }

  function byRest(id: string, { as, path = {}, body, other }: Deed): Way {
    const headers = { 'idempotency-key': randomUUID() };
    const send = async (asked: { path: Record<string, string>; body: object | undefined }) => {
      const answer = await rest.call(id, asked.path, { as, body: asked.body, headers });
      return { status: answer.status, body: answer.body };
    };
    return {
      again: () => send({ path, body }),
      otherwise: async () => {
        const { status, body: problem } = await send({
          path: { ...path, ...other.path },
          body: other.body ? { ...body, ...other.body } : body,
        });
        return `${status} ${problem.code}`;
      },
    };
  }

  function byAction(id: string, { as, path, body, other }: Deed): Way {
    const verb = asOnce(id, ACTIONS[id] as Verb);
    const input = { ...path, ...body, submissionId: randomUUID() };
    return {
      again: async () => JSON.parse(JSON.stringify(await verb(env.ctx(as), input))),
      otherwise: async () => {
        const refusal = await refusalOf(verb(env.ctx(as), { ...input, ...other.path, ...other.body }));
        return `${refusal.code} ${refusal.key}`;
      },
    };
  }

  async function bySocket({ as, path, body, other }: Deed): Promise<Way> {
    const socket = await rt.connectAs(as);
    const input = { ...path, ...body, clientId: randomUUID() };
    return {
      again: () => ask(socket, 'message:send', input),
      otherwise: async () => (await ask(socket, 'message:send', { ...input, ...other.body })).error.code,
    };
  }

  async function expectOnce({ again, otherwise }: Way, { stored }: Deed, refusal: string) {
    const [first, ...others] = await Promise.all(Array.from({ length: 10 }, again));
    expect(others).toEqual(Array(9).fill(first));
    expect(await stored()).toBe(1);
    env.clock.advance(HOUR_MS);
    for (const { verb } of JOBS) await verb(env.ctx({ kind: 'system' }));
    expect(await again()).toEqual(first);
    expect(await otherwise()).toBe(refusal);
    expect(await again()).toEqual(first);
    expect(await stored()).toBe(1);
    return first;
  }

  it('every POST by which a member changes something takes a key, and is tried here', () => {
    const posts = Object.values(apiDocument().paths).flatMap(({ post }) => (post ? [post] : []));
    const own = posts.filter(({ security }) => JSON.stringify(security) === '[{"bearer":[]}]');
    const isKeyed = ({ parameters }: (typeof own)[number]) =>
      JSON.stringify(parameters).includes('"Idempotency-Key"');
    const idsOf = (some: typeof own) => some.map(({ operationId }) => String(operationId)).sort();
    expect(idsOf(own.filter((one) => !isKeyed(one)))).toEqual(READING);
    expect(idsOf(own.filter(isKeyed))).toEqual(Object.keys(DEEDS).sort());
  });

  it.each(Object.entries(DEEDS))('REST, Idempotency-Key: %s', async (id, create) => {
    const deed = await create(env);
    const first = (await expectOnce(byRest(id, deed), deed, '422 IDEMPOTENCY_KEY_REUSED')) as Answer;
    expect(first.status).toBeLessThan(300);
    expect(rest.faults).toEqual([]);
  });

  it.each(Object.keys(ACTIONS))('server action, submissionId: %s', async (id) => {
    const deed = await (DEEDS[id] as (typeof DEEDS)[string])(env);
    await expectOnce(byAction(id, deed), deed, 'CONFLICT sentBefore');
  });

  it('socket, clientId: message:send', async () => {
    const deed = await (DEEDS.sendMessage as (typeof DEEDS)[string])(env);
    const first = await expectOnce(await bySocket(deed), deed, 'CONFLICT');
    expect(first).toMatchObject({ ok: true, message: { seq: 1 } });
  });

  it.each(Object.entries(DEEDS))(
    'found again when the answer was lost with its process: %s',
    async (id, create) => {
      const deed = await create(env);
      const { again } = byRest(id, deed);
      const first = (await again()) as Answer;
      const long = new Date(env.clock.now.getTime() - HOUR_MS);
      const lost = { response: Prisma.DbNull, createdAt: long };
      await env.db.idempotencyKey.updateMany({ where: { userId: deed.as.id }, data: lost });
      const second = (await again()) as Answer;
      expect([second.status, nameOf(second.body)]).toEqual(
        deed.isFound === false ? [409, 'CONFLICT'] : [first.status, nameOf(first.body)],
      );
      expect(await deed.stored()).toBe(1);
    },
  );

  it('answers are kept for a day, and no longer', async () => {
    const deed = await (DEEDS.writeFeedback as (typeof DEEDS)[string])(env);
    await byRest('writeFeedback', deed).again();
    const kept = () => env.db.idempotencyKey.count({ where: { userId: deed.as.id } });
    const clean = () => Promise.all(JOBS.map(({ verb }) => verb(env.ctx({ kind: 'system' }))));
    env.clock.advance(24 * HOUR_MS - 1);
    await clean();
    expect(await kept()).toBe(1);
    env.clock.advance(2);
    await clean();
    expect(await kept()).toBe(0);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: the document's schemas have judged it
type Answer = { status: number; body: any };

/** What an answer is about. A form for an upload is signed anew each time it is made. */
function nameOf({ id, key, reportId, feedbackId, code, ...rest }: Record<string, unknown>): unknown {
  return id ?? key ?? reportId ?? feedbackId ?? code ?? rest;
}
