import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/core/actor';
import type { ServiceContext } from '@/lib/core/context';
import { getDb } from '@/lib/db/client';
import { serverEnv, USUAL_REQUESTS_PER_MINUTE } from '@/lib/env/server-env';
import { MOST_ROOMS_AN_HOUR } from '@/lib/features/chat/limits';
import { MOST_ITEMS_AN_HOUR } from '@/lib/features/items/limits';
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
    ...mostAnHour(),
  };
}

/** Where programs may do more than usual in a minute (a load test), members may make as much more in an hour. */
function mostAnHour(): Pick<ServiceContext, 'mostAnHour'> {
  const times = serverEnv().API_REQUESTS_PER_MINUTE / USUAL_REQUESTS_PER_MINUTE;
  if (times <= 1) return {};
  return { mostAnHour: { items: MOST_ITEMS_AN_HOUR * times, rooms: MOST_ROOMS_AN_HOUR * times } };
}
