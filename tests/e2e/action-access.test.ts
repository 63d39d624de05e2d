import { connectDb, type Db } from '@/lib/db/client';
import { createAccessScene, fingerprintOf, PERSONS, type Person } from '@/tests/support/access-scene';
import { productUrl } from '@/tests/support/browser';
import { callAction, listActions, productCookie, productDatabaseUrl } from '@/tests/support/call-action';
import { ACTION_TABLE, type ActionRow } from './support/action-table';

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
