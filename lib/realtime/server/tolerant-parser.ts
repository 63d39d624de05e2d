import * as parser from 'socket.io-parser';

/**
 * Socket.IO's own parser, but a packet that cannot be read is dropped: by default it closes the connection, and with it
 * whatever that client was doing.
 */
class TolerantDecoder extends parser.Decoder {
  override add(packet: unknown) {
    try {
      super.add(packet);
    } catch {
      // A half-received binary packet is given up, so that the next one is read afresh.
      this.destroy();
    }
  }
}

export const tolerantParser = { ...parser, Decoder: TolerantDecoder };
