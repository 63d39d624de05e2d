/** One message of the PostgreSQL wire protocol (version 3): a type, but for a client's first ones, and a length. */
export interface Frame {
  /** '' for those that begin a connection */
  type: string;
  body: Buffer;
  /** as it came, to be sent on */
  raw: Buffer;
}

/**
 * Cuts a stream of bytes into messages, however the network has split or joined them.
 *
 * @param isTyped false while messages without a type are to come
 * @returns takes the next bytes, gives the messages that are whole now
 */
export function createFramer(isTyped: () => boolean): (bytes: Buffer) => Generator<Frame> {
  let rest: Buffer = Buffer.alloc(0);
  return function* (bytes) {
    rest = Buffer.concat([rest, bytes]);
    for (;;) {
      const start = isTyped() ? 1 : 0;
      if (rest.length < start + 4) return;
      const end = start + rest.readInt32BE(start);
      if (rest.length < end) return;
      const raw = rest.subarray(0, end);
      rest = rest.subarray(end);
      yield { type: raw.toString('latin1', 0, start), body: raw.subarray(start + 4), raw };
    }
  };
}

/** The texts ended by a zero byte that a message begins with. */
export function textsOf({ body }: Frame, count: number): string[] {
  return body.toString('utf8').split('\0', count);
}
