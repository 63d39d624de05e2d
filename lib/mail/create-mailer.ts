import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mailer } from '@/lib/core/mail';

export interface MailSettings {
  /** smtp:// or smtps://; letters become files in `folder` without it */
  smtpUrl: string | undefined;
  folder: string;
  from: string;
}

const PATIENCE_MS = 10_000;

/** Sends by SMTP where there is a server, else keeps each letter as an .eml file that mail programs open. */
export function createMailer({ smtpUrl, folder, from }: MailSettings): Mailer {
  return smtpUrl ? bySmtp(smtpUrl, from) : intoFolder(folder, from);
}

function bySmtp(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail });
    },
  };
}

function intoFolder(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from, ...mail });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`;
      const unfinished = join(folder, `.${name}`);
      await writeFile(unfinished, message as Buffer, { mode: 0o600 });
      await rename(unfinished, join(folder, name));
    },
  };
}
