import type { Picture, UploadQueue } from '@/lib/features/images/upload-queue';
import type { ImageView } from '@/lib/features/images/views';
import type { ItemValues } from './item-values';

/** Uploads that no item has taken are removed after a day. */
const PICTURE_LIFE_MS = 20 * 3_600_000;

/** Under which a member's new item is kept while it is written. */
export function draftKey(viewerId: string): string {
  return `item-draft:${viewerId}`;
}

export interface ItemDraft {
  /** the same again, so that a submission whose answer was lost makes no second item */
  submissionId: string;
  values: ItemValues;
  pictures: { uploadKey: string; image: ImageView }[];
  savedAt: number;
}

/** The pictures that outlive this page: those that the server has. */
export function draftPictures(queue: UploadQueue): ItemDraft['pictures'] {
  return queue.flatMap(({ image, status }) =>
    image && status.kind === 'ready' ? [{ uploadKey: status.uploadKey, image }] : [],
  );
}

export function fromDraftPictures(draft: ItemDraft, now: number): Picture[] {
  if (now - draft.savedAt > PICTURE_LIFE_MS) return [];
  return draft.pictures.map(({ uploadKey, image }) => ({
    id: image.id,
    name: '',
    bytes: 0,
    image,
    status: { kind: 'ready', uploadKey },
  }));
}

/** @returns null when there is none, or none that this version of the form has written, or storage is closed */
export function readDraft(key: string): ItemDraft | null {
  try {
    const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<ItemDraft> | null;
    const isWhole = typeof draft?.values?.title === 'string' && Array.isArray(draft.pictures);
    return isWhole ? (draft as ItemDraft) : null;
  } catch {
    return null;
  }
}

/** @param draft null removes it */
export function writeDraft(key: string, draft: ItemDraft | null): void {
  try {
    if (draft) sessionStorage.setItem(key, JSON.stringify(draft));
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is full or closed: the form itself still has everything.
  }
}
