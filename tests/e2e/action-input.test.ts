import { setTimeout as sleep } from 'node:timers/promises';
import { connectDb, type Db } from '@/lib/db/client';
import ko from '@/messages/ko/errors.json';
import {
  type AccessScene,
  createAccessScene,
  fingerprintOf,
  PERSONS,
  type Person,
  rowsOf,
} from '@/tests/support/access-scene';
import { productUrl } from '@/tests/support/browser';
import {
  type ActionAnswer,
  type ActionCall,
  listActions,
  productCookie,
  productDatabaseUrl,
  sendAction,
} from '@/tests/support/call-action';
import { ACTION_TABLE, type ActionRow } from './support/action-table';
import { bentForms, bentLists, FORGED_HEADERS, MARKS, moreFields, UNREADABLE } from './support/bent-input';

/** What an answer leaves for afterwards is done by then, also on a busy machine. */
const AFTERWARDS_MS = 10_000;

interface Sent extends Pick<ActionCall, 'body'> {
  args?: readonly unknown[];
  stateForm?: Record<string, string | Blob>;
  form?: Record<string, string | Blob>;
}

/** Server actions sent, by somebody who may call them, what no screen of ours sends. */
describe('what server actions make of', () => {
  const actions = listActions();
  let db: Db;

  beforeAll(() => {
    db = connectDb(productDatabaseUrl(), 2);
  });
  afterAll(() => db.$disconnect());

  async function send(name: string, scene: AccessScene, sent: Sent, headers: Record<string, string> = {}) {
    const action = actions.get(name);
    if (!action) throw new Error(`The build has no action ${name}.`);
    const cookie = scene.actor && (await productCookie(scene.actor.id));
    const params = { id: scene.itemId, roomId: scene.roomId };
    return sendAction(productUrl(), { action, params, headers, ...sent, ...(cookie && { cookie }) });
  }

  /** Letters and their tokens are written after the answer, of both at their own time. */
  async function expectSameStates(one: AccessScene, other: AccessScene) {
    const areSame = async () => (await statesOf(one)).join() === (await statesOf(other)).join();
    for (const began = Date.now(); Date.now() - began < AFTERWARDS_MS && !(await areSame()); )
      await sleep(100);
    expect(await statesOf(one)).toEqual(await statesOf(other));
  }

  const sceneOf = (row: ActionRow) => createAccessScene(db, allowedBy(row), row.setup ?? {}, new Date());

  it.each(Object.entries(ACTION_TABLE))('fields that are the server’s to say: %s', async (name, row) => {
    const [plain, forged] = [await sceneOf(row), await sceneOf(row)];
    const usual = await send(name, plain, sentBy(row, plain));
    const before = await fingerprintOf(db, forged);
    const answer = await send(name, forged, withMore(sentBy(row, forged)));
    expectSober(name, answer);
    if (isDone(answer)) {
      expect(kindOf(answer)).toBe(kindOf(usual));
      await expectSameStates(forged, plain);
    } else expect(await fingerprintOf(db, forged)).toBe(before);
    const stored = await fingerprintOf(db, forged);
    expect(MARKS.filter((mark) => stored.includes(mark))).toEqual([]);
  });

  it.each(Object.entries(ACTION_TABLE))('values of other kinds: %s', async (name, row) => {
    let scene = await sceneOf(row);
    let before = await fingerprintOf(db, scene);
    const wrong: string[] = [];
    for (const { what, isHopeless, ...sent } of bentBy(row, scene)) {
      const answer = await send(name, scene, sent);
      expectSober(`${name} ${what}`, answer);
      if (isDone(answer)) {
        if (isHopeless) wrong.push(`${what}: ${answer.outcome}`);
        scene = await sceneOf(row);
        before = await fingerprintOf(db, scene);
      } else expect([what, await fingerprintOf(db, scene)]).toEqual([what, before]);
    }
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(ACTION_TABLE))('headers that proxies write: %s', async (name, row) => {
    const outsider: Person = 'visitor';
    const scene = await createAccessScene(db, outsider, row.setup ?? {}, new Date());
    const before = await fingerprintOf(db, scene);
    const usual = await send(name, scene, sentBy(row, scene));
    const answer = await send(name, scene, sentBy(row, scene), FORGED_HEADERS);
    expectSober(name, answer);
    expect(kindOf(answer)).toBe(kindOf(usual));
    expect(`${answer.text} ${[...answer.headers.values()]}`).not.toContain('evil.example');
    expect(await fingerprintOf(db, scene)).toBe(before);
  });

  it.each(UNREADABLE)('%s is refused before anything reads it', async (_what, status, body, headers = {}) => {
    const row = ACTION_TABLE.changeNickname as ActionRow;
    const scene = await sceneOf(row);
    const before = await fingerprintOf(db, scene);
    const answer = await send('changeNickname', scene, { body }, headers);
    expect([answer.status, answer.text]).toEqual([status, '']);
    expect(await fingerprintOf(db, scene)).toBe(before);
  });

  it('a text that begins with a dollar stays one', async () => {
    const row = ACTION_TABLE.writeFeedback as ActionRow;
    const scene = await sceneOf(row);
    const [title, body] = ['$1:constructor', '$$ $F1'];
    expect((await send('writeFeedback', scene, { stateForm: { title, body } })).outcome).toBe('ok');
    await expect(db.feedback.count({ where: { userId: scene.actor?.id ?? '', title, body } })).resolves.toBe(
      1,
    );
  });

  it('a form that is sent without script arrives', async () => {
    const address = `${productUrl()}/login`;
    const html = await (await fetch(address)).text();
    const form = new FormData();
    for (const [input] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
      const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
      form.append(name, value.replaceAll('&quot;', '"'));
    }
    expect([...form.keys()].some((name) => name.startsWith('$ACTION_'))).toBe(true);
    form.append('email', 'nobody@example.com');
    form.append('password', 'Wrong!2345');
    const answer = await fetch(address, { method: 'POST', body: form, headers: { Origin: productUrl() } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(ko.auth.wrong);
  });

  /** Role, state and money of every row, whoever and whenever. */
  async function statesOf(scene: AccessScene) {
    const states = (await rowsOf(db, scene)).map(({ table, row }) =>
      [table, row.role, row.status, row.priceWon, row.unitPriceWon, row.totalWon].join(' '),
    );
    return states.sort();
  }
});

/** A code of ours, and nothing of the inside of the server. */
function expectSober(what: string, { outcome, status, text }: ActionAnswer) {
  const isFault = status >= 500 || outcome === 'FAILED' || outcome === 'UNAVAILABLE';
  expect([what, status, isFault ? outcome : 'sober']).toEqual([what, status, 'sober']);
  const inside = /\bat .+:\d+:\d+\)|node_modules|Prisma|"stack"|\/(work|tmp|home)\//.exec(text)?.[0];
  expect([what, inside]).toEqual([what, undefined]);
}

/** Somebody for whom the table says that it works, or who comes closest. */
function allowedBy({ outcomes }: ActionRow): Person {
  const said = outcomes.split(' ').map((outcome, index) => ({ outcome, person: PERSONS[index] }));
  const best = said.findLast(({ outcome }) => outcome === 'ok' || /^to:(?!\/login|\/region)/.test(outcome));
  return (best ?? said.findLast(({ outcome }) => outcome === 'I'))?.person ?? 'author';
}

function sentBy(row: ActionRow, scene: AccessScene): Sent {
  return {
    ...(row.args && { args: row.args(scene) }),
    ...(row.stateForm && { stateForm: row.stateForm(scene) }),
    ...(row.form && { form: row.form(scene) }),
  };
}

function withMore({ args, stateForm, form }: Sent): Sent {
  const isObject = (value: unknown) => typeof value === 'object' && value !== null;
  return {
    ...(args && {
      args: args.map((value) => (isObject(value) ? { ...moreFields(), ...Object(value) } : value)),
    }),
    ...(stateForm && { stateForm: { ...moreTexts(), ...stateForm } }),
    ...(form && { form: { ...moreTexts(), ...form } }),
  };
}

const moreTexts = () =>
  Object.fromEntries(Object.entries(moreFields()).map(([name, value]) => [name, String(value)]));

function bentBy({ args, stateForm, form }: ActionRow, scene: AccessScene) {
  if (args) return bentLists(args(scene));
  return stateForm ? bentForms('stateForm', stateForm(scene)) : bentForms('form', form?.(scene) ?? {});
}

const isDone = ({ outcome }: ActionAnswer) => outcome === 'ok' || outcome.startsWith('to:');
const kindOf = ({ outcome }: ActionAnswer) => outcome.replace(/[0-9a-f-]{36}/, '…');
