import { z } from 'zod';
import { emailSchema } from './schemas';

/** What GET /v2/user/me of Kakao tells of a person (Kakao Developers, REST API of Kakao Login). */
const profileSchema = z.object({
  id: z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,30}$/)]).transform(String),
  kakao_account: z
    .object({
      email: z.string().optional(),
      is_email_valid: z.boolean().optional(),
      is_email_verified: z.boolean().optional(),
      profile: z.object({ nickname: z.string().optional() }).optional(),
    })
    .optional(),
});

/** Somebody whom Kakao has signed in. */
export interface KakaoPerson {
  kakaoId: string;
  /** only one that Kakao has verified and that still is theirs; others are not trusted */
  email: string | null;
  /** as it is at Kakao; may be no nickname by our rules */
  nickname: string;
}

/** Reads what Kakao answered. @throws ZodError when it is not a profile */
export function readKakaoProfile(profile: unknown): KakaoPerson {
  const { id, kakao_account: account } = profileSchema.parse(profile);
  const isTrusted = account?.is_email_valid === true && account.is_email_verified === true;
  const email = isTrusted ? emailSchema.safeParse(account.email).data : undefined;
  return { kakaoId: id, email: email ?? null, nickname: account?.profile?.nickname ?? '' };
}

const LONGEST = 10;
const NAMELESS = '이웃';

/**
 * A nickname by our rules (2 to 10 of 한글, Latin letters, digits) out of any name.
 *
 * @param salt digits that tell this member from others of the same name; '' for a first try
 */
export function nicknameFrom(name: string, salt: string): string {
  const letters = name.normalize('NFC').replace(/[^0-9A-Za-z가-힣]/g, '');
  const stem = letters.length >= 2 ? letters : NAMELESS;
  return stem.slice(0, LONGEST - salt.length) + salt;
}
