import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/next/auth-options';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** The options need the environment, which a build does not have. */
function handle(request: NextRequest, context: RouteContext) {
  return NextAuth(request, context as never, authOptions());
}

async function read(request: NextRequest, context: RouteContext) {
  const [step, provider] = (await context.params).nextauth;
  // The library itself answers 500.
  if (step === 'callback' && provider === 'credentials')
    return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  return handle(request, context);
}

export { handle as POST, read as GET };
