import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { deviceOf, signDevice } from '@/lib/runtime/device';

const SECRET = 'a secret of the tests that is long enough for all';

describe('the cookie of a device', () => {
  it('keeps its id, and the last five members, the last first', async () => {
    const members = Array.from({ length: 6 }, () => randomUUID());
    let value = '';
    for (const member of members) value = await signDevice(await deviceOf(value, SECRET), member, SECRET);
    const first = await deviceOf(value, SECRET);
    expect(first?.members).toEqual(members.slice(1).reverse());
    const again = await deviceOf(await signDevice(first, members[3] ?? '', SECRET), SECRET);
    expect(again).toEqual({
      id: first?.id,
      members: [members[3], members[5], members[4], members[2], members[1]],
    });
  });

  it('fits into a browser with five members, as the session does', async () => {
    let value = '';
    for (let count = 0; count < 6; count += 1)
      value = await signDevice(await deviceOf(value, SECRET), randomUUID(), SECRET);
    const claims = { userId: randomUUID(), sub: randomUUID(), sessionVersion: 2 ** 31, endsAt: 2 ** 40 };
    const session = await encode({ token: { ...claims, sessionId: randomUUID() } as never, secret: SECRET });
    for (const [name, cookie] of [
      ['__Host-device', value],
      ['__Host-next-auth.session-token', session],
    ] as const)
      expect(name.length + cookie.length).toBeLessThan(2_048);
  });

  it('is believed only as the server signed it, and no session passes for it', async () => {
    const value = await signDevice(null, randomUUID(), SECRET);
    expect(await deviceOf(value, `${SECRET}!`)).toBeNull();
    // Not at its end: the last sign of base64 has bits that say nothing.
    const at = value.length - 10;
    const bent = value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1);
    expect(await deviceOf(bent, SECRET)).toBeNull();
    expect(await deviceOf('', SECRET)).toBeNull();
    const session = await encode({ token: { userId: randomUUID() } as never, secret: SECRET });
    expect(await deviceOf(session, SECRET)).toBeNull();
  });
});
