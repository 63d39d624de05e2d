import type { KakaoPerson } from '@/lib/features/auth/kakao';
import 'next-auth';
import 'next-auth/jwt';

declare module 'next-auth' {
  interface User {
    id: string;
    sessionVersion: number;
    /** whom Kakao has signed in, before the domain has said who that is here */
    kakao?: KakaoPerson;
  }
  interface Session {
    user: { id: string };
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    userId: string;
    sessionVersion: number;
    sessionId?: string | undefined;
    /** epoch seconds */
    endsAt?: number | undefined;
  }
}
