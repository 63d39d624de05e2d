import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/core/actor';
import type { Presence, ServiceContext } from '@/lib/core/context';
import type { DomainEvent } from '@/lib/core/events';
import type { Mail } from '@/lib/core/mail';
import { connectDb, type Db } from '@/lib/db/client';
import { createVault } from '@/lib/runtime/create-vault';
import { createObjectStorage, type ObjectStorage } from '@/lib/storage/object-storage';
import { TEMPLATE, testParts } from './test-parts';

export interface TestEnv {
  db: Db;
  databaseUrl: string;
  storage: ObjectStorage;
  /** only the clock is replaced; it stands still until moved */
  clock: { now: Date; advance(ms: number): void };
  /** events published so far, over all contexts */
  events: DomainEvent[];
  /** `${userId}:${roomId}` of those who look at a room */
  looking: Set<string>;
  /** letters handed over so far, over all contexts */
  letters: Mail[];
  /** what was logged at `info` and `warn` so far, over all contexts */
  notes: { level: 'info' | 'warn'; message: string; fields: object }[];
  /** resolves when what verbs left for after their answer is done */
  settled(): Promise<void>;
  ctx(actor?: Actor): ServiceContext;
}

/**
 * A database of its own for a test file (a copy of the migrated template), the real object store, and contexts on them.
 * Call it at the top of a describe block; it cleans up by itself.
 */
export function useTestEnv(options: { poolSize?: number } = {}): TestEnv {
  const env = {} as TestEnv;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  beforeAll(async () => {
    const parts = testParts();
    await runAsAdmin(`CREATE DATABASE "${name}" TEMPLATE "${TEMPLATE}"`);
    const databaseUrl = parts.databaseUrl.replace(/\/postgres$/, `/${name}`);
    Object.assign(env, createEnv(databaseUrl, options.poolSize ?? 10));
  });
  afterAll(async () => {
    // Whether it went well is for the tests to say.
    await Promise.allSettled([env.settled()]);
    await env.db.$disconnect();
    await runAsAdmin(`DROP DATABASE "${name}" WITH (FORCE)`);
  });
  return env;
}

function createEnv(databaseUrl: string, poolSize: number): TestEnv {
  const db = connectDb(databaseUrl, poolSize);
  const storage = createObjectStorage(testParts().storage);
  const events: DomainEvent[] = [];
  const looking = new Set<string>();
  const letters: Mail[] = [];
  const presence: Presence = {
    isInRoom: async (userId, roomId) => looking.has(`${userId}:${roomId}`),
    isPartnerInRoom: async (userId, roomId) =>
      [...looking].some((one) => one.endsWith(`:${roomId}`) && one !== `${userId}:${roomId}`),
  };
  const clock = {
    now: new Date('2026-11-23T03:00:00.000Z'),
    advance(ms: number) {
      clock.now = new Date(clock.now.getTime() + ms);
    },
  };
  const pending: Promise<void>[] = [];
  const settled = async () => void (await Promise.all(pending));
  const notes: TestEnv['notes'] = [];
  const noteAt = (level: 'info' | 'warn') => (fields: object, message: string) =>
    void notes.push({ level, message, fields });
  const vault = createVault('a secret of the tests');
  const logger = { debug: ignore, info: noteAt('info'), warn: noteAt('warn'), error: ignore };
  const ctx = (actor: Actor = { kind: 'visitor' }): ServiceContext => ({
    actor,
    requestId: randomUUID(),
    now: () => clock.now,
    db,
    storage,
    presence,
    mail: { send: async (mail) => void letters.push(mail) },
    siteUrl: 'http://site.example',
    afterwards: (work) => void pending.push(work()),
    publish: (published) => void events.push(...published),
    vault,
    logger,
  });
  return { db, databaseUrl, storage, clock, events, looking, letters, notes, settled, ctx };
}

async function runAsAdmin(sql: string) {
  const admin = connectDb(testParts().databaseUrl, 1);
  // Copying the template wants nobody else in it: files that start at once wait for each other.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await admin.$executeRawUnsafe(sql);
      break;
    } catch (error) {
      if (attempt === 20 || !String(error).includes('being accessed')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  await admin.$disconnect();
}

function ignore() {
  return undefined;
}
