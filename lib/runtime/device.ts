import { randomUUID } from 'node:crypto';
import { decode, encode } from 'next-auth/jwt';
import { isId } from '@/lib/core/ids';

/** A browser, and the members who have been signed in there, the last first. */
export interface Device {
  id: string;
  members: readonly string[];
}

export const DEVICE_SECONDS = 400 * 24 * 3600;
/** Goes into the key, so that a device is no session and no token. */
const SALT = 'device';
const MOST_MEMBERS = 5;

/** What a cookie that the server signed says; null for anything else. It lets nobody in: it only tells tries apart. */
export async function deviceOf(value: string | undefined, secret: string): Promise<Device | null> {
  if (!value) return null;
  const claims = await decode({ token: value, secret, salt: SALT }).catch(() => null);
  const { id, members }: Record<string, unknown> = claims ?? {};
  if (typeof id !== 'string' || !isId(id) || !Array.isArray(members)) return null;
  return { id, members: members.filter((member): member is string => typeof member === 'string') };
}

/** The value of the cookie after this member has signed in. */
export function signDevice(device: Device | null, userId: string, secret: string): Promise<string> {
  const others = device?.members.filter((member) => member !== userId) ?? [];
  const members = [userId, ...others].slice(0, MOST_MEMBERS);
  const claims: Record<string, unknown> = { id: device?.id ?? randomUUID(), members };
  return encode({ token: claims as never, secret, salt: SALT, maxAge: DEVICE_SECONDS });
}
