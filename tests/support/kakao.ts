import { type ChildProcess, fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';

interface KakaoAccount {
  id: number;
  kakao_account: {
    email: string;
    is_email_valid: boolean;
    is_email_verified: boolean;
    profile: { nickname: string };
  };
}

type Spoil = 'nonce' | 'state' | 'subject' | 'audience' | 'signature' | 'declined';

export interface Kakao {
  /** Whoever goes to Kakao from now on is this person. @param spoil what is wrong with Kakao's answer */
  be(profile: KakaoAccount, spoil?: Spoil): Promise<void>;
  /** query of the last authorization request */
  asked(): Promise<Record<string, string>>;
  stop(): void;
}

/** Kakao where the product looks for it; product-setup.mjs has given it this port. */
export async function startKakao(): Promise<Kakao> {
  const port = process.env.KAKAO_PORT;
  if (!port) throw new Error('KAKAO_PORT names where the product looks for Kakao.');
  const child = fork('tests/support/kakao-server.mjs', [port], { stdio: 'inherit' });
  await once(child, 'message');
  return {
    be: async (profile, spoil) => void (await tell(child, { profile, spoil })),
    asked: async () => ((await tell(child, 'asked')) as { asked: Record<string, string> }).asked,
    stop: () => void child.kill(),
  };
}

async function tell(child: ChildProcess, message: object | string): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(message);
  return (await answer)[0];
}

export function kakaoAccount(email: string, nickname = '카카오친구', isVerified = true): KakaoAccount {
  const flags = { is_email_valid: true, is_email_verified: isVerified };
  return { id: randomInt(1, 2 ** 40), kakao_account: { email, ...flags, profile: { nickname } } };
}
