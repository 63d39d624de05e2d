import { imageTypeOf } from './file-type';
import { MAX_IMAGES, MAX_TOTAL_BYTES } from './variants';
import type { ImageView } from './views';

/** Uploads of one form that run at the same time. */
export const PARALLEL_UPLOADS = 2;

export type PictureStatus =
  /** a picture that the item has already */
  | { kind: 'stored' }
  /** `uploadKey`: the file is in the bucket already, only the server has yet to look at it */
  | { kind: 'waiting'; uploadKey: string | null }
  /** `progress` 0 to 1 */
  | { kind: 'sending'; progress: number }
  /** all bytes are there, the server re-encodes */
  | { kind: 'preparing'; uploadKey: string }
  | { kind: 'ready'; uploadKey: string }
  | { kind: 'failed'; message: string; canRetry: boolean; uploadKey: string | null };

export interface Picture {
  /** of this form only; for a stored picture the image's own */
  id: string;
  name: string;
  /** 0 for a picture whose original this browser does not have */
  bytes: number;
  /** null until the server has made it */
  image: ImageView | null;
  status: PictureStatus;
}

/** In the order shown; the first is the cover. */
export type UploadQueue = readonly Picture[];

export type ImageRef = { imageId: string } | { uploadKey: string };

export type Refusal = { name: string; why: 'type' | 'empty' | 'size' | 'count' };

type ChosenFile = { id: string; name: string; type: string; size: number };

/**
 * Puts chosen files behind what is there.
 *
 * @returns the new queue, the ids taken in, and why each of the others was not
 */
export function addFiles(queue: UploadQueue, files: readonly ChosenFile[]) {
  const next = [...queue];
  const refusals: Refusal[] = [];
  for (const { id, name, type, size } of files) {
    const why = refusalOf(next, { name, type, size });
    if (why) refusals.push({ name, why });
    else next.push({ id, name, bytes: size, image: null, status: { kind: 'waiting', uploadKey: null } });
  }
  return { queue: next, refusals };
}

function refusalOf(queue: UploadQueue, file: Omit<ChosenFile, 'id'>): Refusal['why'] | null {
  if (imageTypeOf(file) === null) return 'type';
  if (file.size === 0) return 'empty';
  if (queue.length >= MAX_IMAGES) return 'count';
  const totalBytes = queue.reduce((sum, picture) => sum + picture.bytes, file.size);
  return totalBytes > MAX_TOTAL_BYTES ? 'size' : null;
}

export function removePicture(queue: UploadQueue, id: string): UploadQueue {
  return queue.filter((picture) => picture.id !== id);
}

/** Moves a picture to a place, 0 being the first; places outside of the list become its ends. */
export function movePicture(queue: UploadQueue, id: string, place: number): UploadQueue {
  const from = queue.findIndex((picture) => picture.id === id);
  const picture = queue[from];
  const to = Math.max(0, Math.min(queue.length - 1, place));
  if (!picture || from === to) return queue;
  const next = queue.filter((other) => other.id !== id);
  next.splice(to, 0, picture);
  return next;
}

/** A picture that was removed meanwhile stays removed. */
export function setStatus(queue: UploadQueue, id: string, status: PictureStatus): UploadQueue {
  return queue.map((picture) => (picture.id === id ? { ...picture, status } : picture));
}

export function setReady(queue: UploadQueue, id: string, uploadKey: string, image: ImageView): UploadQueue {
  return queue.map((picture) =>
    picture.id === id ? { ...picture, image, status: { kind: 'ready', uploadKey } } : picture,
  );
}

/** Back to waiting; what the bucket has already is not sent again. */
export function retryPicture(queue: UploadQueue, id: string): UploadQueue {
  const status = queue.find((picture) => picture.id === id)?.status;
  if (status?.kind !== 'failed' || !status.canRetry) return queue;
  return setStatus(queue, id, { kind: 'waiting', uploadKey: status.uploadKey });
}

/** The waiting pictures whose turn it is, first come first. */
export function nextToStart(queue: UploadQueue): Picture[] {
  const running = queue.filter(({ status }) => status.kind === 'sending' || status.kind === 'preparing');
  const waiting = queue.filter(({ status }) => status.kind === 'waiting');
  return waiting.slice(0, Math.max(0, PARALLEL_UPLOADS - running.length));
}

export function countUploads(queue: UploadQueue) {
  const isDone = ({ status }: Picture) => status.kind === 'stored' || status.kind === 'ready';
  const failed = queue.filter(({ status }) => status.kind === 'failed').length;
  const done = queue.filter(isDone).length;
  return { total: queue.length, done, failed, running: queue.length - done - failed };
}

/** What the form sends: only pictures that the server has, in the order shown. */
export function toImageRefs(queue: UploadQueue): ImageRef[] {
  return queue.flatMap(({ id, status }): ImageRef[] => {
    if (status.kind === 'stored') return [{ imageId: id }];
    return status.kind === 'ready' ? [{ uploadKey: status.uploadKey }] : [];
  });
}

export function fromStored(images: readonly ImageView[]): UploadQueue {
  return images.map((image) => ({ id: image.id, name: '', bytes: 0, image, status: { kind: 'stored' } }));
}

/** Whether both show the same pictures in the same order, however far their uploads are. */
export function isSameOrder(one: UploadQueue, other: UploadQueue): boolean {
  return one.length === other.length && one.every(({ id }, place) => id === other[place]?.id);
}
