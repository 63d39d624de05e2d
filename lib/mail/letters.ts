import { createTranslator } from 'use-intl/core';
import type { Locale } from '@/lib/core/locale';
import type { Mail } from '@/lib/core/mail';
import en from '@/messages/en/mail.json';
import ko from '@/messages/ko/mail.json';
import { layOut } from './lay-out';

interface Letter {
  locale: Locale;
  to: string;
  /** absolute */
  link: string;
}

/** A link that verifies an address. */
export function verificationLetter({ hours, ...letter }: Letter & { hours: number }): Mail {
  return write(letter, 'verification', { hours });
}

/** A link that sets a new password. */
export function resetLetter({ minutes, ...letter }: Letter & { minutes: number }): Mail {
  return write(letter, 'reset', { minutes });
}

/** To a member who has no password and asked for a new one. */
export function kakaoOnlyLetter(letter: Letter): Mail {
  return write(letter, 'kakaoOnly', {});
}

const MESSAGES = { ko, en };

type Kind = 'verification' | 'reset' | 'kakaoOnly';

/** One translator for all kinds: not every sentence names every value. */
type Words = (key: string, values?: Record<string, number>) => string;

function write({ locale, to, link }: Letter, kind: Kind, values: Record<string, number>): Mail {
  const t = createTranslator({ locale, messages: MESSAGES[locale] }) as unknown as Words;
  const subject = t(`${kind}.subject`);
  const parts = {
    locale,
    brand: t('brand'),
    subject,
    hello: t('hello'),
    text: t(`${kind}.text`, values),
    button: t(`${kind}.button`),
    link,
    fallback: t('fallback'),
    notYou: t(`${kind}.notYou`),
    footer: t('footer'),
  };
  return { to, subject: `[${parts.brand}] ${subject}`, ...layOut(parts) };
}
