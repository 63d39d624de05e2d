import { randomUUID } from 'node:crypto';
import type { ServiceContext } from '@/lib/core/context';
import { connectDb, type Db } from '@/lib/db/client';
import { removeEndedTokens } from '@/lib/features/auth/server/remove-ended-tokens';
import ko from '@/messages/ko/errors.json';
import {
  type AccessScene,
  createAccessScene,
  fingerprintOf,
  type Person,
  rowsOf,
} from '@/tests/support/access-scene';
import { productUrl } from '@/tests/support/browser';
import { listActions, productCookie, productDatabaseUrl, sendAction } from '@/tests/support/call-action';
import { ACTION_TABLE, type ActionRow } from './support/action-table';

type Fields = Record<string, string>;

/** Who asks, and what else the same id might be sent with. */
const ONCE: Record<string, { as: Person; other: Record<string, unknown> }> = {
  postItem: { as: 'stranger', other: { title: '다른 물품' } },
  writeFeedback: { as: 'stranger', other: { body: '다른 말' } },
  requestRental: { as: 'inquirer', other: { endsAt: '2030-01-01T00:00:00.000Z' } },
  acceptRental: { as: 'author', other: { reason: '다른 이유' } },
  rejectRental: { as: 'author', other: { reason: '다른 이유' } },
  cancelRental: { as: 'inquirer', other: { reason: '다른 이유' } },
  handOverRental: { as: 'author', other: { reason: '다른 이유' } },
  endRental: { as: 'author', other: { reason: '다른 이유' } },
  writeReview: { as: 'inquirer', other: { stars: 1 } },
  writeReport: { as: 'stranger', other: { category: 'PROHIBITED' } },
  relistItem: { as: 'author', other: { itemId: randomUUID() } },
  putBack: { as: 'author', other: { itemId: randomUUID() } },
  removeItem: { as: 'author', other: { itemId: randomUUID() } },
  requestUpload: { as: 'stranger', other: { bytes: 200 } },
};

/** As a program would send them again, past every screen, to the product as it starts. */
describe('a server action that is sent ten times at once, and again an hour later', () => {
  const actions = listActions();
  let db: Db;

  beforeAll(() => {
    db = connectDb(productDatabaseUrl(), 2);
  });
  afterAll(() => db.$disconnect());

  it.each(Object.entries(ONCE))('%s has one effect and one answer', async (name, { as, other }) => {
    const row = ACTION_TABLE[name] as ActionRow;
    const [scene, twin] = [await sceneOf(row, as), await sceneOf(row, as)];
    await send(name, twin, sentBy(row, twin, randomUUID()));

    const sent = sentBy(row, scene, randomUUID());
    const again = () => send(name, scene, sent);
    const [first, ...others] = await Promise.all(Array.from({ length: 10 }, again));
    expect(first?.outcome).toMatch(/^(ok$|to:)/);
    expect(others.map(({ outcome, result }) => [outcome, result])).toEqual(
      Array(9).fill([first?.outcome, first?.result]),
    );
    expect(await sizesOf(scene)).toEqual(await sizesOf(twin));

    const before = await fingerprintOf(db, scene);
    await letAnHourPass(scene);
    expect((await again()).result).toEqual(first?.result);
    const refused = await send(name, scene, bent(sent, other));
    expect([refused.status, refused.text.includes(ko.sentBefore)]).toEqual([200, true]);
    expect((await again()).result).toEqual(first?.result);
    expect(await fingerprintOf(db, scene)).toBe(before);
  });

  const sceneOf = (row: ActionRow, person: Person) =>
    createAccessScene(db, person, row.setup ?? {}, new Date());

  async function send(name: string, scene: AccessScene, sent: { args?: unknown[]; stateForm?: Fields }) {
    const action = actions.get(name);
    if (!action || !scene.actor) throw new Error(`${name} cannot be called.`);
    const params = { id: scene.itemId, roomId: scene.roomId };
    return sendAction(productUrl(), { action, params, cookie: await productCookie(scene.actor.id), ...sent });
  }

  /** How many rows of each kind belong to a scene. */
  async function sizesOf(scene: AccessScene) {
    const sizes: Record<string, number> = {};
    for (const { table } of await rowsOf(db, scene)) sizes[table] = (sizes[table] ?? 0) + 1;
    return sizes;
  }

  /** The product's clock is the machine's, so what it has kept grows older instead. */
  async function letAnHourPass({ actor }: AccessScene) {
    await db.$executeRaw`UPDATE "IdempotencyKey" SET "createdAt" = "createdAt" - interval '1 hour'
      WHERE "userId" = ${actor?.id}::uuid`;
    await removeEndedTokens({ db, now: () => new Date() } as ServiceContext);
  }
});

function sentBy({ args, stateForm }: ActionRow, scene: AccessScene, submissionId: string) {
  if (stateForm) return { stateForm: { ...stateForm(scene), submissionId } };
  return { args: (args?.(scene) ?? []).map((input) => ({ ...Object(input), submissionId })) };
}

function bent({ args, stateForm }: ReturnType<typeof sentBy>, other: Record<string, unknown>) {
  if (stateForm) return { stateForm: { ...stateForm, ...other } as Fields };
  return { args: (args ?? []).map((input) => ({ ...Object(input), ...other })) };
}
