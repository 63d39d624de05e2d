import { refuseKnownPassword } from '@/lib/features/auth/server/known-passwords';

describe('a password that is guessed first', () => {
  const owner = { email: 'gildong@example.com', nickname: '홍길동이네' };

  it.each([
    'Password1!',
    'P@ssw0rd!',
    'p@ssword123',
    'Qwerty123!',
    'iloveyou!1',
    '1!iloveyou',
    'Sunshine2024!',
    'ｐａｓｓｗｏｒｄ１！',
    'gildong1!',
    '홍길동이네1!',
    'Egodaeyeo1!',
    '이거대여123!',
  ])('%s is refused at its field', async (password) => {
    await expect(refuseKnownPassword(password, owner)).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'password', reason: { key: 'auth.passwordKnown' } }],
    });
  });

  it.each(['Demo!2345', 'Abcd!2345', '파란 자전거 3대!', 'correct7-horse', 'x9$Lm2-qRt', 'tj8!Kappa22vv'])(
    '%s is taken',
    async (password) => {
      await expect(refuseKnownPassword(password, owner)).resolves.toBeUndefined();
    },
  );
});
