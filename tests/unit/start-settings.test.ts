import { readSettings } from '@/scripts/start/settings';

const SECRET = 'a-secret-of-more-than-32-characters-for-tests';
const OWN = { DATABASE_URL: 'postgresql://localhost/egodaeyeo', NEXTAUTH_SECRET: SECRET };

/** OWASP ASVS 5.0, 6.3.2: their password is in the README. */
describe('the demo accounts', () => {
  it.each<[string, Record<string, string>, boolean]>([
    ['are made where only this machine gets in', {}, true],
    ['are made on another loopback address', { HOST: '127.0.0.2' }, true],
    ['are left out on demand', { DEMO_DATA: '0' }, false],
    ['are never made in a database of one’s own', OWN, false],
    ['are not made there even when they are asked for', { ...OWN, DEMO_DATA: '1' }, false],
    ['are not made where others get in', { HOST: '0.0.0.0' }, false],
    ['are made there when that is said', { HOST: '0.0.0.0', DEMO_DATA: '1' }, true],
    ['are not made behind a name that begins like a loopback address', { HOST: '127.0.0.1.example' }, false],
  ])('%s', (_what, env, isMade) => {
    expect(readSettings(env, false).withDemoData).toBe(isMade);
  });
});
