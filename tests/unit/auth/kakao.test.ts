import fc from 'fast-check';
import { nicknameFrom, readKakaoProfile } from '@/lib/features/auth/kakao';
import { nicknameSchema } from '@/lib/features/auth/schemas';

const trusted = { is_email_valid: true, is_email_verified: true };

describe('what Kakao tells of a person', () => {
  it('is an id, a name, and an e-mail only when Kakao has verified it and it still is theirs', () => {
    const profile = {
      id: 1234567890,
      kakao_account: { ...trusted, email: 'Mina@Example.com', profile: { nickname: '미나' } },
    };
    expect(readKakaoProfile(profile)).toEqual({
      kakaoId: '1234567890',
      email: 'mina@example.com',
      nickname: '미나',
    });
  });

  it.each([
    [{ ...trusted, is_email_verified: false }],
    [{ ...trusted, is_email_valid: false }],
    [{ is_email_valid: true }],
    [{}],
    [{ is_email_valid: 'true', is_email_verified: 'true' }],
  ])('has no e-mail with %j', (flags) => {
    const read = () => readKakaoProfile({ id: 1, kakao_account: { ...flags, email: 'mina@example.com' } });
    if (typeof Object.values(flags)[0] === 'string') expect(read).toThrow();
    else expect(read().email).toBeNull();
  });

  it('has no e-mail that our rules refuse', () => {
    const email = `${'a'.repeat(60)}@example.com`;
    expect(readKakaoProfile({ id: 1, kakao_account: { ...trusted, email } }).email).toBeNull();
  });

  it.each([[null], [{}], [{ id: -1 }], [{ id: 1.5 }], [{ id: '1; DROP' }], [{ id: [1] }], ['x']])(
    'is refused when it is %j',
    (profile) => {
      expect(() => readKakaoProfile(profile)).toThrow();
    },
  );
});

describe('a nickname out of a name', () => {
  it.each([
    ['미나', '미나'],
    ['김 미나♥', '김미나'],
    ['A very long name', 'Averylongn'],
    ['🦊', '이웃'],
    ['가', '이웃'],
    ['', '이웃'],
    ['ｍｉｎａ', '이웃'],
  ])('of %p is %p', (name, nickname) => {
    expect(nicknameFrom(name, '')).toBe(nickname);
  });

  it('always keeps our rules, with and without digits that tell it from others', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom('', '1000', '9999'),
        (name, salt) => {
          const nickname = nicknameFrom(name, salt);
          expect(nicknameSchema.parse(nickname)).toBe(nickname);
          expect(nickname.endsWith(salt)).toBe(true);
        },
      ),
    );
  });
});
