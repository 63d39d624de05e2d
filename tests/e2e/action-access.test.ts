import { connectDb, type Db } from '@/lib/db/client';
import ko from '@/messages/ko/errors.json';
import {
  type AccessScene,
  createAccessScene,
  fingerprintOf,
  PERSONS,
  type Person,
} from '@/tests/support/access-scene';
import { productUrl } from '@/tests/support/browser';
import {
  type ActionAnswer,
  callAction,
  listActions,
  productCookie,
  productDatabaseUrl,
  sendAction,
} from '@/tests/support/call-action';
import { ACTION_TABLE, type ActionRow } from './support/action-table';

/** More than a member may, had they all processes of the product to themselves. */
const FLOOD = 1_200;
const AT_ONCE = 30;

/** Server actions called raw over HTTP, past every screen, on the product as it starts. */
describe('who may do what by server actions', () => {
  const actions = listActions();
  let db: Db;

  beforeAll(() => {
    db = connectDb(productDatabaseUrl(), 2);
  });
  afterAll(() => db.$disconnect());

  it('every action is in the table, and nothing else', () => {
    expect(Object.keys(ACTION_TABLE).sort()).toEqual([...actions.keys()].sort());
  });

  it.each(Object.entries(ACTION_TABLE))('%s', async (name, row) => {
    const outcomes: string[] = [];
    for (const person of PERSONS) outcomes.push(briefly(await call(name, row, person)));
    expect(outcomes.join(' ')).toBe(row.outcomes);
  });

  /** What was refused has stored nothing. */
  async function call(
    name: string,
    { setup = {}, ...row }: ActionRow,
    person: Person,
    origin?: string | null,
  ) {
    const scene = await createAccessScene(db, person, setup, new Date());
    const action = actions.get(name);
    if (!action) throw new Error(`The build has no action ${name}.`);
    const before = await fingerprintOf(db, scene);
    const outcome = await callAction(productUrl(), {
      action,
      params: { id: scene.itemId, roomId: scene.roomId },
      ...(scene.actor && { cookie: await productCookie(scene.actor.id) }),
      ...(row.args && { args: row.args(scene) }),
      ...(row.stateForm && { stateForm: row.stateForm(scene) }),
      ...(row.form && { form: row.form(scene) }),
      ...(origin !== undefined && { origin }),
    });
    if (outcome !== 'ok' && !outcome.startsWith('to:')) {
      expect(`${person} ${outcome}\n${await fingerprintOf(db, scene)}`).toBe(
        `${person} ${outcome}\n${before}`,
      );
    }
    return outcome;
  }

  it.each(['https://elsewhere.example', 'null'])('from another site (%s) nothing is done', async (origin) => {
    for (const name of ['removeItem', 'withdraw', 'changeNickname']) {
      const row = ACTION_TABLE[name];
      if (row) expect(await call(name, row, 'author', origin)).toBe('HTTP 403');
    }
  });

  it('without Origin, as a program sends it and no page can, the same rules hold', async () => {
    for (const name of ['removeItem', 'withdraw', 'changeNickname']) {
      const row = ACTION_TABLE[name];
      if (!row) throw new Error(`${name} is not in the table.`);
      for (const person of ['visitor', 'stranger', 'author'] as const) {
        const usual = await call(name, row, person);
        expect(`${name} ${person} ${await call(name, row, person, null)}`).toBe(`${name} ${person} ${usual}`);
      }
    }
  });

  it('a member who calls without end is told so by every process, while others are served', async () => {
    const action = actions.get('listRooms');
    if (!action) throw new Error('The build has no action listRooms.');
    const [fast, calm] = [await sceneOf('stranger'), await sceneOf('stranger')];
    const list = async ({ actor, itemId, roomId }: AccessScene) => {
      const cookie = await productCookie(actor?.id ?? '');
      return sendAction(productUrl(), { action, params: { id: itemId, roomId }, args: [{}], cookie });
    };
    const answers: ActionAnswer[] = [];
    for (let count = 0; count < FLOOD; count += AT_ONCE) {
      answers.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => list(fast)))));
    }
    const outcomes = answers.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['ok', 'RATE_LIMITED']));
    expect(answers.find(({ outcome }) => outcome !== 'ok')?.text).toContain(ko.rest.tooMany);
    expect((await list(calm)).outcome).toBe('ok');
  });

  const sceneOf = (person: Person) => createAccessScene(db, person, {}, new Date());

  it('a destructive act of an admin with another password does nothing', async () => {
    for (const name of ['suspendMember', 'hideItem', 'upholdReport', 'dismissReport']) {
      const row = ACTION_TABLE[name];
      if (!row?.stateForm) throw new Error(`${name} has no form.`);
      const { stateForm } = row;
      const wrong = {
        ...row,
        stateForm: (scene: Parameters<typeof stateForm>[0]) => ({
          ...stateForm(scene),
          adminPassword: 'Wrong!2345',
        }),
      };
      expect(await call(name, wrong, 'admin')).toBe('INVALID');
    }
  });
});

function briefly(outcome: string): string {
  const codes: Record<string, string> = {
    UNAUTHENTICATED: 'U',
    FORBIDDEN: 'F',
    NOT_FOUND: 'N',
    INVALID: 'I',
    CONFLICT: 'C',
  };
  return codes[outcome] ?? outcome.replace(/[0-9a-f-]{36}/, '…');
}
