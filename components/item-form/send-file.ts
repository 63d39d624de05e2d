import type { PresignedUpload } from '@/lib/features/images/views';

/** Without a byte or an answer for this long, a connection counts as lost. */
const STALLED_MS = 45_000;

export type SendFault = 'network' | 'refused' | 'aborted';

export class SendError extends Error {
  constructor(readonly fault: SendFault) {
    super(`file not sent: ${fault}`);
  }
}

type SendFileInput = {
  form: PresignedUpload;
  file: Blob;
  contentType: string;
  signal: AbortSignal;
  /** 0 to 1 */
  onProgress: (progress: number) => void;
};

export type SendFile = (input: SendFileInput) => Promise<void>;

/**
 * Posts one file straight to the bucket.
 *
 * @throws SendError
 */
export const sendFile: SendFile = ({ form, file, contentType, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (fault: SendFault) => {
      finish();
      reject(new SendError(fault));
    };
    let timer: ReturnType<typeof setTimeout>;
    const stillThere = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        fail('network');
        request.abort();
      }, STALLED_MS);
    };
    const onAbort = () => {
      fail('aborted');
      request.abort();
    };
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      stillThere();
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onload = () => {
      if (request.status < 200 || request.status > 299) return fail('refused');
      finish();
      resolve();
    };
    request.onerror = () => fail('network');
    if (signal.aborted) return fail('aborted');
    signal.addEventListener('abort', onAbort);
    stillThere();
    request.open('POST', form.url);
    request.send(toBody(form.fields, file, contentType));
  });

/** The bucket reads the fields first and ignores what comes after the file. */
function toBody(fields: PresignedUpload['fields'], file: Blob, contentType: string): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('file', file.type === contentType ? file : new Blob([file], { type: contentType }), 'picture');
  return body;
}
