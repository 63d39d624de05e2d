/** Key prefixes that anybody may read without a signature; everything else is private. */
export const PUBLIC_PREFIXES = ['images/', 'avatars/'] as const;

/** Prefix of the originals as members send them. Private; what no item takes is removed later. */
export const UPLOAD_PREFIX = 'uploads/';

/** `uploads/<userId>/<randomId>`: where one member may post one file. Throws RangeError for an unsafe id. */
export function uploadKey(userId: string, randomId: string): string {
  return `${UPLOAD_PREFIX}${safeId(userId)}/${safeId(randomId)}`;
}

/** Whether a key that a client names is an upload key of this very member. Never throws. */
export function ownsUploadKey(userId: string, key: string): boolean {
  if (!isSafeId(userId)) return false;
  const prefix = `${UPLOAD_PREFIX}${userId}/`;
  return key.startsWith(prefix) && isSafeId(key.slice(prefix.length));
}

/** `images/<imageId>/<width>.<ext>`: one re-encoded width in pixels. Throws RangeError for unsafe parts. */
export function imageKey(imageId: string, width: number, ext: 'webp' | 'avif' = 'webp'): string {
  if (!Number.isSafeInteger(width) || width < 1)
    throw new RangeError('An image width is a positive whole number');
  return `images/${safeId(imageId)}/${width}.${ext}`;
}

/** `avatars/<userId>/<randomId>.webp`: a member's picture; a new one gets a new name. Throws RangeError. */
export function avatarKey(userId: string, randomId: string): string {
  return `avatars/${safeId(userId)}/${safeId(randomId)}.webp`;
}

function safeId(id: string): string {
  if (!isSafeId(id)) throw new RangeError('An id in a storage key is 1 to 64 of A–Z a–z 0–9 _ -');
  return id;
}

function isSafeId(id: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(id);
}
