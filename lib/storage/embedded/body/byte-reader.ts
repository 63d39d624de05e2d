import { S3Error } from '../s3-error';

const MAX_LINE_BYTES = 8 * 1024;

/** Reads lines and counted bytes from a stream of chunks. Both throw IncompleteBody when it ends early. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #pending: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The text up to the next CRLF, which is taken too. */
  async line(): Promise<string> {
    let end = this.#pending.indexOf('\r\n');
    while (end === -1) {
      if (this.#pending.length > MAX_LINE_BYTES) throw new S3Error('IncompleteBody');
      this.#pending = Buffer.concat([this.#pending, await this.#next()]);
      end = this.#pending.indexOf('\r\n');
    }
    const text = this.#pending.toString('latin1', 0, end);
    this.#pending = this.#pending.subarray(end + 2);
    return text;
  }

  /** Exactly `size` bytes, in pieces as they come. */
  async *take(size: number): AsyncGenerator<Buffer> {
    let left = size;
    while (left > 0) {
      if (this.#pending.length === 0) this.#pending = await this.#next();
      const piece = this.#pending.subarray(0, left);
      this.#pending = this.#pending.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  /** Whether nothing is left. */
  async atEnd(): Promise<boolean> {
    if (this.#pending.length > 0) return false;
    const { done, value } = await this.#source.next();
    if (done) return true;
    this.#pending = value;
    return value.length === 0 ? this.atEnd() : false;
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#source.next();
    if (done) throw new S3Error('IncompleteBody');
    return value;
  }
}
