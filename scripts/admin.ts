// `npm run admin -- grant EMAIL`, `revoke EMAIL`, `list`: who may see /admin. The first admin is made here.
// `sign-out EMAIL` ends every session of a member.
// `two-step-off EMAIL` takes two-step sign-in from a member where no admin can do it in the browser.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ServiceContext } from '@/lib/core/context';
import { isDomainError } from '@/lib/core/errors';
import { connectDb, type Db } from '@/lib/db/client';
import { startPostgres } from '@/lib/db/embedded/postgres';
import { removeTwoStepOf } from '@/lib/features/admin/server/remove-two-step';
import { setRole } from '@/lib/features/admin/server/set-role';
import { signOutMember } from '@/lib/features/admin/server/sign-out-member';
import { emailSchema } from '@/lib/features/auth/schemas';
import { createVault } from '@/lib/runtime/create-vault';
import { createObjectStorage } from '@/lib/storage/object-storage';
import { findRunningPostgres } from './running-postgres';

const USAGE =
  'Usage: npm run admin -- grant EMAIL | revoke EMAIL | sign-out EMAIL | two-step-off EMAIL | list';

async function main(): Promise<string> {
  const [act = '', address = ''] = process.argv.slice(2);
  if (act === 'list') return withDatabase(listAdmins);
  const work = WORKS.get(act);
  if (!work) throw new Error(USAGE);
  const email = emailSchema.safeParse(address);
  if (!email.success) throw new Error(`${address || 'Nothing'} is no e-mail address. ${USAGE}`);
  return withDatabase((db) => work(db, email.data));
}

const WORKS = new Map<string, (db: Db, email: string) => Promise<string>>([
  ['grant', (db, email) => change(db, email, 'grant')],
  ['revoke', (db, email) => change(db, email, 'revoke')],
  ['sign-out', signOut],
  ['two-step-off', endTwoStep],
]);

async function change(db: Db, email: string, act: 'grant' | 'revoke'): Promise<string> {
  const role = act === 'grant' ? 'ADMIN' : 'MEMBER';
  try {
    const isChanged = await setRole(contextOf(db), { email, role });
    const now = act === 'grant' ? 'an admin' : 'no admin';
    if (!isChanged) return `${email} is ${now} already.`;
    return `${email} is ${now} now. Sessions that were open have ended: sign in again.`;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === 'CONFLICT') throw new Error(`${email} is the only admin. Grant another member first.`);
    if (error.code !== 'NOT_FOUND') throw error;
    throw new Error(`No active member has the address ${email}. Sign up first.`);
  }
}

async function signOut(db: Db, email: string): Promise<string> {
  try {
    await signOutMember(contextOf(db), { email });
    return `Every session of ${email} has ended.`;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    throw new Error(`No active member has the address ${email}.`);
  }
}

async function endTwoStep(db: Db, email: string): Promise<string> {
  try {
    await removeTwoStepOf(contextOf(db), { email });
    return `${email} signs in with the password alone now. Sessions that were open have ended.`;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    throw new Error(`No active member with two-step sign-in has the address ${email}.`);
  }
}

async function listAdmins(db: Db): Promise<string> {
  const admins = await db.user.findMany({
    where: { role: 'ADMIN', status: 'ACTIVE' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { email: true, nickname: true },
  });
  return (
    admins.map(({ email, nickname }) => `${email ?? '(no address)'}  ${nickname}`).join('\n') || 'No admins.'
  );
}

/** The database that the environment names, else the embedded one: the running one, or one started for this moment. */
async function withDatabase(work: (db: Db) => Promise<string>): Promise<string> {
  if (process.env.DATABASE_URL) return withUrl(process.env.DATABASE_URL, work);
  const folder = join(resolve(process.env.DATA_DIR || '.data'), 'postgres');
  const running = await findRunningPostgres(folder);
  if (running) return withUrl(running, work);
  const started = (await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null)) !== null;
  if (!started) throw new Error('There is no database yet. Run npm start once, or set DATABASE_URL.');
  const postgres = await startPostgres(folder);
  try {
    return await withUrl(postgres.url, work);
  } finally {
    await postgres.stop();
  }
}

async function withUrl(url: string, work: (db: Db) => Promise<string>): Promise<string> {
  const db = connectDb(url, 1);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}

/** No process to tell: a running server asks the database about each session anew within two seconds. */
function contextOf(db: Db): ServiceContext {
  const ignore = () => undefined;
  return {
    actor: { kind: 'system' },
    now: () => new Date(),
    requestId: randomUUID(),
    db,
    storage: createObjectStorage({
      ...{ endpoint: 'http://localhost', publicUrl: 'http://localhost', region: 'x', bucket: 'x' },
      ...{ accessKeyId: 'x', secretAccessKey: 'x' },
    }),
    presence: { isInRoom: async () => false, isPartnerInRoom: async () => false },
    mail: { send: () => Promise.reject(new Error('no letters here')) },
    siteUrl: 'http://localhost',
    afterwards: (work) => void work(),
    publish: ignore,
    vault: createVault(randomUUID()),
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  };
}

main().then(
  (sentence) => console.log(sentence),
  (error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
