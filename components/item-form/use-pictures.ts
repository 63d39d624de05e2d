import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { newId } from '@/lib/core/new-id';
import {
  addFiles,
  movePicture,
  nextToStart,
  type Picture,
  type Refusal,
  removePicture,
  retryPicture,
  setReady,
  setStatus,
  type UploadQueue,
} from '@/lib/features/images/upload-queue';
import { type SendFile, sendFile } from './send-file';
import { type UploadActions, uploadPicture } from './upload-picture';

/** What belongs to a picture only in this browser. */
interface LocalFile {
  file: File;
  previewUrl: string;
}

export type Pictures = ReturnType<typeof usePictures>;

/** The pictures of a form and their uploads: at most two run at a time, each can be cancelled and tried again. */
export function usePictures(initial: UploadQueue, actions: UploadActions, send: SendFile = sendFile) {
  const t = useTranslations('itemForm.pictures');
  const [queue, setQueue] = useState(initial);
  const [refusals, setRefusals] = useState<Refusal[]>([]);
  const [files] = useState(() => new Map<string, LocalFile>());
  const [running] = useState(() => new Map<string, AbortController>());
  const texts = { network: t('networkFailed'), refused: t('storeRefused'), aborted: t('cancelled') };

  function start(picture: Picture) {
    const local = files.get(picture.id);
    if (!local || running.has(picture.id) || picture.status.kind !== 'waiting') return;
    const controller = new AbortController();
    running.set(picture.id, controller);
    const { id, status } = picture;
    const done = uploadPicture({
      file: local.file,
      uploadKey: status.uploadKey,
      actions,
      send,
      signal: controller.signal,
      texts,
      onStatus: (next) => setQueue((current) => setStatus(current, id, next)),
    });
    done.then((made) => {
      running.delete(id);
      // Set even when nothing was made: whoever waits is looked at again.
      setQueue((current) => (made ? setReady(current, id, made.uploadKey, made.image) : [...current]));
    });
  }

  const startRef = useRef(start);
  startRef.current = start;
  useEffect(() => {
    for (const picture of nextToStart(queue)) startRef.current(picture);
  }, [queue]);

  useEffect(
    () => () => {
      for (const controller of running.values()) controller.abort();
      for (const { previewUrl } of files.values()) URL.revokeObjectURL(previewUrl);
    },
    [files, running],
  );

  function add(chosen: readonly File[]) {
    const named = chosen.map((file) => ({ file, id: newId(new Date()) }));
    const sizes = named.map(({ file, id }) => ({ id, name: file.name, type: file.type, size: file.size }));
    const added = addFiles(queue, sizes);
    const isTaken = ({ id }: { id: string }) => added.queue.some((picture) => picture.id === id);
    for (const { file, id } of named.filter(isTaken)) {
      files.set(id, { file, previewUrl: URL.createObjectURL(file) });
    }
    setQueue((current) => addFiles(current, sizes.filter(isTaken)).queue);
    setRefusals(added.refusals);
  }

  function remove(id: string) {
    running.get(id)?.abort();
    setQueue((current) => removePicture(current, id));
    setRefusals([]);
    const local = files.get(id);
    if (local) URL.revokeObjectURL(local.previewUrl);
    files.delete(id);
  }

  function cancel(id: string) {
    running.get(id)?.abort();
    const status = { kind: 'failed', message: texts.aborted, canRetry: true, uploadKey: null } as const;
    setQueue((current) => setStatus(current, id, status));
  }

  return {
    queue,
    refusals,
    add,
    remove,
    cancel,
    retry: (id: string) => setQueue((current) => retryPicture(current, id)),
    move: (id: string, place: number) => setQueue((current) => movePicture(current, id, place)),
    /** for a draft that comes back */
    replace: setQueue,
    dismissRefusals: () => setRefusals([]),
    previewOf: (id: string) => files.get(id)?.previewUrl ?? null,
  };
}
