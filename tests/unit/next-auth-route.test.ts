import { NextRequest } from 'next/server';
import { GET } from '@/app/api/auth/[...nextauth]/route';

it('a sign-in by address is a wrong method, not a failure of the server', async () => {
  const request = new NextRequest('http://localhost/api/auth/callback/credentials');
  const answer = await GET(request, { params: Promise.resolve({ nextauth: ['callback', 'credentials'] }) });
  expect(answer.status).toBe(405);
  expect(answer.headers.get('allow')).toBe('POST');
});
