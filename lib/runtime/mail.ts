import { join } from 'node:path';
import type { Mailer } from '@/lib/core/mail';
import { serverEnv } from '@/lib/env/server-env';
import { createMailer } from '@/lib/mail/create-mailer';

const KEY = Symbol.for('egodaeyeo.mail');
const shared = globalThis as typeof globalThis & { [KEY]?: Mailer };

/** The one mailer of this process. */
export function getMailer(): Mailer {
  shared[KEY] ??= connectMailer();
  return shared[KEY];
}

function connectMailer(): Mailer {
  const env = serverEnv();
  return createMailer({ smtpUrl: env.SMTP_URL, folder: join(env.DATA_DIR, 'mail'), from: env.MAIL_FROM });
}
