import fc from 'fast-check';
import { createVault } from '@/lib/runtime/create-vault';

describe('what is sealed', () => {
  const vault = createVault('one secret');

  it('opens for its owner, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, owner) => {
        const sealed = vault.seal(secret, owner);
        expect(vault.open(sealed, owner)).toBe(secret);
        expect(vault.seal(secret, owner)).not.toEqual(sealed);
      }),
    );
  });

  it('opens for nobody else, with no other server secret, and not when a bit was changed', () => {
    const sealed = vault.seal('JBSWY3DPEHPK3PXP', 'owner');
    expect(vault.open(sealed, 'another')).toBeNull();
    expect(createVault('another secret').open(sealed, 'owner')).toBeNull();
    for (let at = 0; at < sealed.length; at += 1) {
      const bent = sealed.slice();
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(vault.open(bent, 'owner')).toBeNull();
    }
    expect(vault.open(sealed.slice(0, 10), 'owner')).toBeNull();
    expect(vault.open(new Uint8Array(), 'owner')).toBeNull();
  });

  it('a digest is the same for the same word of the same owner and server alone', () => {
    const digest = vault.digest('word', 'owner');
    expect(vault.digest('word', 'owner')).toBe(digest);
    for (const other of [vault.digest('work', 'owner'), vault.digest('word', 'other')]) {
      expect(other).not.toBe(digest);
    }
    expect(createVault('another secret').digest('word', 'owner')).not.toBe(digest);
  });
});
