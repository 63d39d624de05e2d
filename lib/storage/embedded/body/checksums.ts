import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc32c, Crc64Nvme } from './crc-tables';

/** A running digest that ends in the base64 form S3's checksum headers use. */
export interface Digest {
  update(bytes: Buffer): void;
  base64(): string;
}

/** The checksums S3 takes in `x-amz-checksum-<name>`, and MD5 for Content-MD5. */
export const DIGESTS = {
  md5: () => fromHash(createHash('md5')),
  sha1: () => fromHash(createHash('sha1')),
  sha256: () => fromHash(createHash('sha256')),
  crc32: () => new Crc32(),
  crc32c: () => new Crc32c(),
  crc64nvme: () => new Crc64Nvme(),
} satisfies Record<string, () => Digest>;

export type DigestName = keyof typeof DIGESTS;

export function isDigestName(name: string): name is DigestName {
  return Object.hasOwn(DIGESTS, name);
}

function fromHash(hash: Hash): Digest {
  return { update: (bytes) => void hash.update(bytes), base64: () => hash.digest('base64') };
}

class Crc32 implements Digest {
  #value = 0;

  update(bytes: Buffer): void {
    this.#value = crc32(bytes, this.#value);
  }

  base64(): string {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(this.#value);
    return bytes.toString('base64');
  }
}
