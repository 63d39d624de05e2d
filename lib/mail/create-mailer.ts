import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from '@/lib/core/mail';

export interface MailSettings {
  /** smtp:// or smtps://; letters become files in `folder` without it */
  smtpUrl: string | undefined;
  folder: string;
  from: string;
  /** told the path of each letter that became a file */
  onFile?: (path: string) => void;
}

const PATIENCE_MS = 10_000;

/** Sends by SMTP where there is a server, else keeps each letter as an .eml file that mail programs open. */
export function createMailer({ smtpUrl, folder, from, onFile }: MailSettings): Mailer {
  return smtpUrl ? bySmtp(smtpUrl, from) : intoFolder(folder, from, onFile);
}

function bySmtp(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    dnsTimeout: PATIENCE_MS,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  return {
    async send(mail) {
      await transport.sendMail(addressed(from, mail));
    },
  };
}

/** The receiver as one address: a text would be read as a list of them. */
function addressed(from: string, { to, ...mail }: Mail) {
  return { from, to: { name: '', address: to }, ...mail };
}

function intoFolder(folder: string, from: string, onFile?: (path: string) => void): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(addressed(from, mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`;
      const unfinished = join(folder, `.${name}`);
      await writeFile(unfinished, message as Buffer, { mode: 0o600 });
      await rename(unfinished, join(folder, name));
      onFile?.(join(folder, name));
    },
  };
}
