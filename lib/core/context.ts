import type { Db } from '@/lib/db/client';
import type { ObjectStorage } from '@/lib/storage/object-storage';
import type { Actor } from './actor';
import type { DomainEvent } from './events';
import type { Logger } from './logger';
import type { Mailer } from './mail';
import type { Vault } from './vault';

/** Everything that a verb may use. Each way in builds one a request. */
export interface ServiceContext {
  /** id of the one thing that this request makes, the same however often it is sent */
  onceId?: string;
  actor: Actor;
  now: () => Date;
  requestId: string;
  db: Db;
  storage: ObjectStorage;
  presence: Presence;
  mail: Mailer;
  /** address of the site as people reach it, without a slash at the end; what letters link to */
  siteUrl: string;
  /** Called after a commit; must not throw. */
  publish: (events: DomainEvent[]) => void;
  /**
   * Work that nobody waits for: it goes on after the answer, and a stop waits for it. A failure is logged. For what may
   * be lost when the process dies, and for what the time of an answer must not tell.
   */
  afterwards: (work: () => Promise<void>) => void;
  /** seals what only the server may read again */
  vault: Vault;
  /** how much one member may make in an hour, where that is not what the verbs say */
  mostAnHour?: { items: number; rooms: number };
  logger: Logger;
}

/** Who is looking at what right now, over all processes. */
export interface Presence {
  isInRoom(userId: string, roomId: string): Promise<boolean>;
  /** Whether another than this member looks at a room of theirs. */
  isPartnerInRoom(userId: string, roomId: string): Promise<boolean>;
}
