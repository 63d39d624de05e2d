import { invalidField } from '@/lib/core/errors';

/** Who the password is for: what others know of them is no secret. */
export interface PasswordOwner {
  email?: string | null;
  nickname?: string | null;
}

/** What people write for a letter, and what it stands for. */
const STANDS_FOR: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const OF_THE_SERVICE = ['egodaeyeo', '이거대여'];
const SHORTEST_NAME = 4;
/** What is left of a password has to be most of it. */
const SHORTEST_REST = 6;

let list: Promise<ReadonlySet<string>> | undefined;

/**
 * Refuses a password that is guessed first: one of the list of those that leaked most often (some 49,000, of
 * `@zxcvbn-ts/language-common`), whole or without the digits and signs that rules make people add, in any case and with
 * signs for letters; or little else than the member's own name or address, or the service's.
 *
 * @throws INVALID `auth.passwordKnown` at the field `password`
 */
export async function refuseKnownPassword(password: string, owner: PasswordOwner): Promise<void> {
  list ??= loadList();
  const known = await list;
  const own = [owner.nickname, owner.email?.split('@')[0], ...OF_THE_SERVICE]
    .map((word) => word?.toLowerCase() ?? '')
    .filter((word) => word.length >= SHORTEST_NAME);
  for (const form of formsOf(password)) {
    if (known.has(form) || own.some((word) => isLittleMore(form, word)))
      throw invalidField('password', 'auth.passwordKnown');
  }
}

/** A name, and hardly a sign that is not of it. */
function isLittleMore(form: string, word: string): boolean {
  return form.includes(word) && form.length - word.length < SHORTEST_REST;
}

/** The password as lists have it: small, without what was put before and behind it, signs read as letters. */
function formsOf(password: string): Set<string> {
  const small = password.normalize('NFKC').toLowerCase();
  const bare = (text: string) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const read = (text: string) => [...text].map((sign) => STANDS_FOR[sign] ?? sign).join('');
  const noSigns = small.replace(/[^\p{L}\p{N}]/gu, '');
  const ended = small.replace(/[^\p{L}\p{N}]+$/u, '');
  const rests = [noSigns, ended, bare(small), read(small), read(ended), read(bare(small)), bare(read(small))];
  return new Set([small, ...rests.filter((rest) => rest.length >= SHORTEST_REST)]);
}

/** Read with the first password, not with the process. */
async function loadList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
}
