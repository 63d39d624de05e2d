import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '@/lib/core/vault';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM, and HMAC-SHA-256, with keys that HKDF makes of the server's secret. What is sealed is nonce, tag and text;
 * the owner is authenticated with it. With another secret nothing opens.
 */
export function createVault(serverSecret: string): Vault {
  const keyFor = (use: string) => Buffer.from(hkdfSync('sha256', serverSecret, '', `egodaeyeo ${use}`, 32));
  const [sealing, digesting] = [keyFor('sealed secrets'), keyFor('digests')];
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), text]));
    },
    open(sealed, owner) {
      const [nonce, tag] = [sealed.slice(0, NONCE_BYTES), sealed.slice(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
      try {
        const decipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
        const text = [decipher.update(sealed.slice(NONCE_BYTES + TAG_BYTES)), decipher.final()];
        return Buffer.concat(text).toString('utf8');
      } catch {
        return null;
      }
    },
    digest: (word, owner) => createHmac('sha256', digesting).update(`${owner} ${word}`).digest('base64url'),
  };
}
