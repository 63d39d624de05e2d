import { hkdfSync } from 'node:crypto';

const NAME = 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY';

/**
 * Gives Next.js the same key for its server actions in every process that has the same NEXTAUTH_SECRET, over builds as
 * well: 32 bytes of HKDF-SHA-256 in base64. A key that the environment names stays. Call it before Next.js is loaded.
 */
export function shareActionsKey(sessionSecret: string): void {
  process.env[NAME] ||= Buffer.from(
    hkdfSync('sha256', sessionSecret, '', 'egodaeyeo server actions', 32),
  ).toString('base64');
}
