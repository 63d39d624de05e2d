import { randomBytes } from 'node:crypto';
import type { SignUpInput } from '@/lib/features/auth/schemas';
import { signUp } from '@/lib/features/auth/server/sign-up';
import { verifyCredentials } from '@/lib/features/auth/server/verify-credentials';
import { createMember } from '@/tests/factories/people';
import { refusalOf } from '@/tests/support/refusal';
import { useTestEnv } from '@/tests/support/test-env';

const FROM = { address: '192.0.2.1', locale: 'ko' } as const;

function newcomer(overrides: Partial<SignUpInput> = {}): SignUpInput {
  const unique = randomBytes(4).toString('hex');
  const password = 'Drill!2345';
  return {
    email: `${unique}@example.com`,
    password,
    passwordConfirm: password,
    nickname: `n${unique}`,
    regionCode: '11680',
    ...overrides,
  };
}

describe('sign-up', () => {
  const env = useTestEnv();

  it('makes a member who can sign in, whatever the case of the address', async () => {
    const input = newcomer();
    const claims = await signUp(env.ctx(), input, FROM);
    const again = { email: ` ${input.email.toUpperCase()} `, password: input.password };
    await expect(verifyCredentials(env.ctx(), again, { address: '192.0.2.1' })).resolves.toEqual(claims);
  });

  it('keeps the password as Argon2id with the parameters of OWASP', async () => {
    const { userId } = await signUp(env.ctx(), newcomer(), FROM);
    const user = await env.db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('takes the same password typed as composed or decomposed Hangul', async () => {
    const password = '드릴빌려줘요!1'.normalize('NFD').slice(0, 60);
    const input = newcomer({ password, passwordConfirm: password });
    await signUp(env.ctx(), input, FROM);
    const typed = { email: input.email, password: password.normalize('NFC') };
    await expect(verifyCredentials(env.ctx(), typed, { address: '192.0.2.2' })).resolves.toBeTruthy();
  });

  it('2022 fault: sign-up took the password `1` and the nickname `<b>`', async () => {
    const input = newcomer({ password: '1', passwordConfirm: '1', nickname: '<b>' });
    expect(await refusalOf(signUp(env.ctx(), input, FROM))).toMatchObject({
      code: 'INVALID',
      fields: { password: 'auth.password', nickname: 'auth.nickname' },
    });
  });

  it('refuses a district that does not exist', async () => {
    const refusal = await refusalOf(signUp(env.ctx(), newcomer({ regionCode: '99999' }), FROM));
    expect(refusal).toMatchObject({ code: 'INVALID', fields: { regionCode: 'region.required' } });
  });

  it('names each field that another has, whatever the case', async () => {
    const first = newcomer();
    await signUp(env.ctx(), first, FROM);
    const second = newcomer({ email: first.email.toUpperCase(), nickname: first.nickname.toUpperCase() });
    expect(await refusalOf(signUp(env.ctx(), second, FROM))).toMatchObject({
      code: 'CONFLICT',
      fields: { email: 'auth.emailTaken', nickname: 'auth.nicknameTaken' },
    });
  });

  it.each([
    ['email', 'auth.emailTaken'],
    ['nickname', 'auth.nicknameTaken'],
  ] as const)('lets one of ten who race for an %s have it', async (field, key) => {
    const wanted = newcomer()[field];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => signUp(env.ctx(), newcomer({ [field]: wanted }), FROM)),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(9);
    for (const { reason } of refused) {
      expect(await refusalOf(Promise.reject(reason))).toMatchObject({
        code: 'CONFLICT',
        fields: { [field]: key },
      });
    }
  });

  it('tells only so often whether an address is taken, however often a network asks; others are told', async () => {
    const known = newcomer();
    await signUp(env.ctx(), known, { ...FROM, address: '2001:db8:7:7::1' });
    const ask = (address: string) =>
      refusalOf(signUp(env.ctx(), newcomer({ email: known.email }), { ...FROM, address }));
    const codes = new Map<string, number>();
    for (let round = 0; round < 40; round += 1) {
      const answers = await Promise.all([2, 3, 4, 5, 6].map((host) => ask(`2001:db8:7:7::${host}`)));
      for (const { code, key } of answers)
        codes.set(`${code} ${key}`, (codes.get(`${code} ${key}`) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({
      'CONFLICT auth.emailTaken': 149,
      'RATE_LIMITED auth.tooManyTries': 51,
    });
    expect(await ask('2001:db8:7:8::1')).toMatchObject({ code: 'CONFLICT' });
  });

  it('a person who tries a few nicknames and mistypes is not held up', async () => {
    const first = newcomer();
    await signUp(env.ctx(), first, FROM);
    const mine = { ...FROM, address: '198.51.100.77' };
    for (let count = 0; count < 20; count += 1)
      await refusalOf(signUp(env.ctx(), newcomer({ nickname: first.nickname }), mine));
    await expect(signUp(env.ctx(), newcomer(), mine)).resolves.toBeTruthy();
  });

  it('refuses somebody who is signed in', async () => {
    const member = await createMember(env.db);
    expect(await refusalOf(signUp(env.ctx(member), newcomer(), FROM))).toMatchObject({ code: 'CONFLICT' });
  });

  it.each([[null], ['text'], [{}], [{ email: ['a@b.c'] }], [{ ...newcomer(), nickname: '\0\ud800' }]])(
    'refuses %j and does not fail',
    async (input) => {
      expect(await refusalOf(signUp(env.ctx(), input as never, FROM))).toMatchObject({ code: 'INVALID' });
    },
  );
});
