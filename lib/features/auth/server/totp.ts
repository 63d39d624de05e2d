import { Secret, TOTP } from 'otpauth';

export const STEP_SECONDS = 30;
/** Codes of the step before and after count too: clocks differ, and people type slowly. */
const WINDOW = 1;

/** 160 random bits in base32, as apps take them (RFC 4226, 4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an app. */
export function totpUri(secret: string, account: string): string {
  return totpOf(secret, account).toString();
}

/**
 * The step of time (RFC 6238) whose code this is.
 *
 * @param code six digits
 * @returns null when it is none of now
 */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const totp = totpOf(secret, '');
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: now.getTime() }) + delta;
}

function totpOf(secret: string, label: string): TOTP {
  const settings = { algorithm: 'SHA1', digits: 6, period: STEP_SECONDS };
  return new TOTP({ ...settings, issuer: '이거대여', label, secret: Secret.fromBase32(secret) });
}
