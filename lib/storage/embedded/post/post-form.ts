import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import busboy from 'busboy';
import { deferred } from '../deferred';
import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';

/** A form up to its file: fields by lower-case name, and the file's bytes still to come. */
export interface PostForm {
  readonly fields: ReadonlyMap<string, string>;
  /** The file's name without folders, '' when the client gave none. */
  readonly filename: string;
  /** Ends only when the whole form has ended well; throws MalformedPOSTRequest or InvalidArgument otherwise. */
  readonly file: AsyncIterable<Buffer>;
  /** Lets go of the request, so that a refusal can be sent. */
  readonly abandon: () => void;
}

/**
 * Reads a multipart form up to its `file` part. Fields after the file are ignored, as S3 does.
 * Throws MalformedPOSTRequest, MaxPostPreDataLengthExceeded or InvalidArgument.
 */
export function openPostForm(req: IncomingMessage): Promise<PostForm> {
  const parser = createParser(req);
  const reader = new FormReader(() => {
    req.unpipe(parser);
    parser.destroy();
  });
  parser.on('field', (name, value, info) =>
    reader.takeField(name, value, info.nameTruncated || info.valueTruncated),
  );
  parser.on('file', (name, stream, info) => reader.takeFile(name, stream, info.filename ?? ''));
  for (const limit of ['fieldsLimit', 'partsLimit', 'filesLimit'] as const) {
    parser.on(limit, () => reader.fail(tooMuch()));
  }
  parser.on('error', () => reader.fail(malformed()));
  parser.on('close', () => reader.end());
  req.once('close', () => {
    if (!req.complete) reader.fail(new Error('The client went away before its form was complete'));
  });
  req.pipe(parser);
  return reader.form;
}

class FormReader {
  readonly #form = deferred<PostForm>();
  readonly #end = deferred<void>();
  readonly #fields = new Map<string, string>();
  readonly #abandon: () => void;
  #fieldBytes = 0;
  #hasFile = false;

  constructor(abandon: () => void) {
    this.#abandon = abandon;
  }

  get form(): Promise<PostForm> {
    return this.#form.promise;
  }

  takeField(name: string | undefined, value: string, isTruncated: boolean): void {
    const key = (name ?? '').toLowerCase();
    if (this.#hasFile && key !== 'file') return;
    this.#fieldBytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (isTruncated || this.#fieldBytes > LIMITS.formFieldBytes) this.fail(tooMuch());
    else if (key === 'file') this.#open('', chunksOf(value));
    else if (this.#fields.has(key)) this.fail(duplicate(key));
    else this.#fields.set(key, value);
  }

  takeFile(name: string | undefined, stream: Readable, filename: string): void {
    stream.on('error', () => this.fail(malformed()));
    if (name?.toLowerCase() === 'file') {
      this.#open(filename, stream);
      return;
    }
    stream.resume();
    if (!this.#hasFile) this.fail(oneFileOnly());
  }

  end(): void {
    if (this.#hasFile) this.#end.resolve();
    else this.fail(oneFileOnly());
  }

  fail(error: Error): void {
    this.#end.reject(error);
    this.#form.reject(error);
    this.#abandon();
  }

  #open(filename: string, content: AsyncIterable<Buffer>): void {
    if (this.#hasFile) {
      this.fail(oneFileOnly());
      return;
    }
    this.#hasFile = true;
    const file = untilFormEnds(content, this.#end.promise);
    this.#form.resolve({ fields: this.#fields, filename, file, abandon: this.#abandon });
  }
}

async function* untilFormEnds(
  content: AsyncIterable<Buffer>,
  formEnd: Promise<void>,
): AsyncGenerator<Buffer> {
  try {
    yield* content;
  } catch (error) {
    await formEnd;
    throw error;
  }
  await formEnd;
}

function createParser(req: IncomingMessage): busboy.Busboy {
  if (!/^multipart\/form-data\s*(;|$)/i.test(req.headers['content-type'] ?? '')) {
    throw new S3Error('PreconditionFailed', undefined, {
      Condition: 'Bucket POST must be of the enclosure-type multipart/form-data',
    });
  }
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: {
        fieldNameSize: 200,
        fieldSize: LIMITS.formFieldBytes,
        fields: LIMITS.formFields,
        files: 3,
        headerPairs: 20,
      },
    });
  } catch {
    throw malformed();
  }
}

async function* chunksOf(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

function oneFileOnly(): S3Error {
  return new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.', {
    ArgumentName: 'file',
  });
}

function duplicate(name: string): S3Error {
  return new S3Error('InvalidArgument', 'A form field must be given once.', { ArgumentName: name });
}

function malformed(): S3Error {
  return new S3Error('MalformedPOSTRequest');
}

function tooMuch(): S3Error {
  return new S3Error('MaxPostPreDataLengthExceeded');
}
