import { createMember } from '@/tests/factories/people';
import { useCountedSite } from '@/tests/support/counted-site';

/** The product without the keys of an application at Kakao. */
describe('where Kakao is not configured', () => {
  const site = useCountedSite();
  const BUTTON = /카카오로 계속하기|카카오 연결하기/;

  it.each(['/login', '/signup'])('%s has no button for it', async (path) => {
    const { status, body } = await site.get(path);
    expect(status).toBe(200);
    expect(body.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(BUTTON);
  });

  it('the profile has none either, and next-auth knows no such provider', async () => {
    const member = await createMember(site.env.db);
    const profile = await site.get('/mypage?tab=profile', member);
    expect(profile.body.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(BUTTON);
    const { body } = await site.get('/api/auth/providers');
    expect(Object.keys(JSON.parse(body))).toEqual(['credentials']);
  });
});
