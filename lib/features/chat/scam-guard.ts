import { BoundedMap } from '@/lib/core/bounded-map';
import { numbersOf } from './scam-numbers';

/** What people who cheat want one to leave this place for, before anything is agreed. */
export type RiskKind = 'phone' | 'account' | 'link' | 'messenger';

export interface Risk {
  kind: RiskKind;
  /** place in the text, in UTF-16 units; `end` is behind it */
  start: number;
  end: number;
}

/** Texts further apart than this are not one number. */
const MOST_TEXTS = 6;

/**
 * Finds telephone numbers, account numbers, links and names in other messengers, also written around: with other digits
 * (０１０, 공일공, o1o), with anything between them, over several texts. Dates, times, prices and quantities are none.
 * Linear in the length of the texts.
 *
 * @param texts of one person, one after the other with nobody's between them
 * @param judge what finds them in one text
 * @returns for each text what is found in it, in order, without overlaps
 */
export function findRisks(texts: readonly string[], judge: Judge = risksOf): Risk[][] {
  const found: Risk[][] = texts.map(() => []);
  for (let from = 0; from < texts.length; from += 1) {
    const group = texts.slice(Math.max(0, from - MOST_TEXTS + 1), from + 1);
    const first = from + 1 - group.length;
    for (const risk of judge(group.join('\n'))) spread(risk, group, first, found);
  }
  return found.map(tidy);
}

/** The risks of one text, which is not changed. */
export type Judge = (text: string) => readonly Risk[];

/** Longer ones are rare, and would take the room of many. */
const LONGEST_REMEMBERED = 600;
const MOST_REMEMBERED = 2_000;

/** A judge that remembers what it has said: a thread is judged anew with each message that comes. */
export function createJudge(judge: Judge = risksOf): Judge {
  const known = new BoundedMap<string, readonly Risk[]>(MOST_REMEMBERED);
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return judge(text);
    const risks = known.get(text) ?? judge(text);
    known.set(text, risks);
    return risks;
  };
}

/** A risk of the joined texts, as its parts in each of them. */
function spread({ kind, start, end }: Risk, group: readonly string[], first: number, found: Risk[][]) {
  let offset = 0;
  for (const [index, text] of group.entries()) {
    const [from, until] = [Math.max(start - offset, 0), Math.min(end - offset, text.length)];
    if (from < until) found[first + index]?.push({ kind, start: from, end: until });
    offset += text.length + 1;
  }
}

/** In order; of two that overlap the longer one counts. */
function tidy(risks: readonly Risk[]): Risk[] {
  const kept: Risk[] = [];
  for (const risk of [...risks].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(({ start, end }) => risk.start < end && start < risk.end)) kept.push(risk);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function risksOf(text: string): Risk[] {
  const plain = withoutHarmless(text);
  return [
    ...numbersOf(plain),
    ...matchesOf(plain, 'link', LINKS),
    ...matchesOf(plain, 'messenger', MESSENGERS),
  ];
}

/** Dates, times, prices and quantities, blotted out at their place. */
const HARMLESS =
  /(?:19|20)\d{2}\s?[.\-/년]\s?\d{1,2}\s?[.\-/월]\s?\d{1,2}|\d{1,2}\s?월\s?\d{1,2}\s?일|\d{1,2}:\d{2}|(?<![\d-])[1-9]\d{0,2}\s?(?:일|박|시|분|월)|(?<![\d-])[1-9][\d,]{0,10}\s?(?:원|만|천|개|명|층|호|동|번지|평|kg|g|cm|mm|m|km|L|%|인치|회|년|장|권)/g;

function withoutHarmless(text: string): string {
  return text.replace(HARMLESS, (match) => '\u0000'.repeat(match.length));
}

const ENDINGS =
  'com|net|org|kr|co|io|me|ly|gg|shop|store|xyz|top|link|info|biz|site|online|app|dev|page|to|gl|click|live|cc|tv';
const LINKS = new RegExp(
  [
    'https?:\\s?//[^\\s]{1,300}',
    'www\\s?\\.\\s?[^\\s]{1,300}',
    `(?<![\\w@.-])(?=[a-z0-9-]{0,62}[a-z])[a-z0-9-]{1,63}(?:\\s?\\.\\s?[a-z0-9-]{1,63}){0,3}\\s?(?:\\.|닷|점)\\s?(?:${ENDINGS}|컴)(?![a-z0-9])(?:/[^\\s]{0,300})?`,
  ].join('|'),
  'gi',
);
const MESSENGERS =
  /(?:카톡|카카오톡|카카오|텔레그램|텔레|라인|위챗|디스코드|인스타(?:그램)?|오픈\s?(?:채팅|톡|카톡))\s?(?:방|링크)?\s?(?:아이디|id|계정|친추|친구\s?추가|추가)[^\n]{0,30}|오픈\s?(?:채팅|톡|카톡)|(?:카톡|카카오톡|텔레그램|위챗)(?:으로|로|에서|에)\s?(?:연락|얘기|이야기|대화|문의|보내|주세요|와)[^\n]{0,15}/gi;

function matchesOf(text: string, kind: RiskKind, pattern: RegExp): Risk[] {
  return [...text.matchAll(pattern)].map((match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}
