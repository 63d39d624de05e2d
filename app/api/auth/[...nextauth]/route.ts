import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/next/auth-options';

/** The options need the environment, which a build does not have. */
function handle(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  return NextAuth(request, context as never, authOptions());
}

export { handle as GET, handle as POST };
