import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { getDb } from '@/lib/db/client';
import { serverEnv } from '@/lib/env/server-env';
import { getHub } from '@/lib/realtime/server/hub';
import { runAfterwards } from './afterwards';
import { getLogger } from './logger';
import { getMailer } from './mail';
import { getStorage } from './storage';
import { getVault } from './vault';

/** The context that every way in hands to the domain. */
export function createContext(actor: Actor, requestId: string = randomUUID()): ServiceContext {
  const hub = getHub();
  const logger = getLogger();
  return {
    actor,
    requestId,
    now: () => new Date(),
    db: getDb(),
    storage: getStorage(),
    presence: hub.presence,
    mail: getMailer(),
    siteUrl: serverEnv().NEXTAUTH_URL.replace(/\/+$/, ''),
    publish: hub.publish,
    afterwards: (work) => runAfterwards(work, logger, requestId),
    vault: getVault(),
    logger,
  };
}
