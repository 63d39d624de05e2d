import { join } from 'node:path';
import type { Mailer } from '@/lib/core/mail';
import { serverEnv } from '@/lib/env/server-env';
import { createMailer } from '@/lib/mail/create-mailer';
import { getLogger } from './logger';

const KEY = Symbol.for('egodaeyeo.mail');
const shared = globalThis as typeof globalThis & { [KEY]?: Mailer };

/** The one mailer of this process. */
export function getMailer(): Mailer {
  shared[KEY] ??= connectMailer();
  return shared[KEY];
}

function connectMailer(): Mailer {
  const env = serverEnv();
  const folder = join(env.DATA_DIR, 'mail');
  if (!env.SMTP_URL) getLogger().info({ folder }, 'no SMTP_URL: letters become files in this folder');
  return createMailer({
    smtpUrl: env.SMTP_URL,
    folder,
    from: env.MAIL_FROM,
    onFile: (path) => getLogger().info({ path }, 'a letter was written to this file'),
  });
}
