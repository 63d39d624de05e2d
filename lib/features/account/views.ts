/** What only the member themself sees of their account. */
export interface AccountView {
  id: string;
  nickname: string;
  email: string | null;
  isEmailVerified: boolean;
  /** false for members who only ever sign in with Kakao */
  hasPassword: boolean;
  hasKakao: boolean;
  /** recovery codes that are left; null without 2단계 인증 */
  recoveryCodes: number | null;
  avatarUrl: string | null;
  regionCode: string | null;
}

/** A browser in which the member is signed in. */
export interface SessionView {
  id: string;
  /** such as "Chrome · Windows"; '' where it is not known */
  browser: string;
  startedAt: string;
  /** the day counts */
  usedAt: string;
}
