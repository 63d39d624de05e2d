import type { Digest } from './checksums';

/** CRC-32C (Castagnoli), reflected polynomial 0x82F63B78. Source: RFC 3720, appendix B.4. */
export class Crc32c implements Digest {
  #value = 0xffffffff;

  update(bytes: Buffer): void {
    let value = this.#value;
    for (const byte of bytes) value = at(castagnoli, (value ^ byte) & 0xff) ^ (value >>> 8);
    this.#value = value;
  }

  base64(): string {
    return words(~this.#value);
  }
}

/** CRC-64/NVME, reflected polynomial 0x9A6C9329AC4BC9B5, kept as two 32-bit halves. Source: NVM Express NVM command set. */
export class Crc64Nvme implements Digest {
  #high = 0xffffffff;
  #low = 0xffffffff;

  update(bytes: Buffer): void {
    const table = nvme;
    for (const byte of bytes) {
      const index = (this.#low ^ byte) & 0xff;
      this.#low = at(table.low, index) ^ ((this.#low >>> 8) | (this.#high << 24));
      this.#high = at(table.high, index) ^ (this.#high >>> 8);
    }
  }

  base64(): string {
    return words(~this.#high, ~this.#low);
  }
}

const castagnoli = buildTable(0x82f63b78n).low;
const nvme = buildTable(0x9a6c9329ac4bc9b5n);

interface Table {
  readonly high: Uint32Array;
  readonly low: Uint32Array;
}

function buildTable(polynomial: bigint): Table {
  const table = { high: new Uint32Array(256), low: new Uint32Array(256) };
  for (let index = 0; index < 256; index += 1) {
    let value = BigInt(index);
    for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ polynomial : value >> 1n;
    table.high[index] = Number(value >> 32n);
    table.low[index] = Number(value & 0xffffffffn);
  }
  return table;
}

function at(table: Uint32Array, index: number): number {
  return table[index] ?? 0;
}

function words(...values: number[]): string {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, index * 4);
  return bytes.toString('base64');
}
