import { IMAGE_TYPES } from './variants';

export type ImageType = (typeof IMAGE_TYPES)[number];

/** What the chooser of files offers. Without HEIC: phones then hand over a JPEG, which every decoder has. */
export const ACCEPTED_FILES = IMAGE_TYPES.filter((type) => type !== 'image/heic').join(',');

const BY_ENDING: Record<string, ImageType> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heic',
};

const BY_OTHER_NAME: Record<string, ImageType> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/heif': 'image/heic',
};

/**
 * The type to announce for a file: what the browser says of it, else what its name says. Only a first guess: the
 * server judges the content.
 *
 * @returns null when it cannot be a picture that we take
 */
export function imageTypeOf({ name, type }: { name: string; type: string }): ImageType | null {
  const said = type.toLowerCase();
  const known = IMAGE_TYPES.find((imageType) => imageType === said) ?? BY_OTHER_NAME[said];
  if (known || said !== '') return known ?? null;
  return BY_ENDING[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? null;
}
