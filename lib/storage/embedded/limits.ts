/** Bounds of the embedded object store: bytes unless the name says otherwise. */
export const LIMITS = {
  /** S3: a key is at most 1024 bytes of UTF-8. */
  keyBytes: 1024,
  /** One object. S3 allows 5 GiB in one request; nothing in this product comes near. */
  objectBytes: 1024 ** 3,
  /** S3: form fields before the file, and a policy, are at most 20 KB. */
  formFieldBytes: 20 * 1024,
  formFields: 100,
  /** What a multipart form may weigh besides its file: fields, boundaries, part headers. */
  formOverheadBytes: 64 * 1024,
  /** S3: user metadata is at most 2 KB. */
  userMetadataBytes: 2 * 1024,
  xmlBodyBytes: 4 * 1024 ** 2,
  keysPerPage: 1000,
  headerBytes: 16 * 1024,
  presignedSeconds: 7 * 24 * 3600,
  clockSkewMs: 15 * 60 * 1000,
  headersTimeoutMs: 15_000,
  requestTimeoutMs: 15 * 60 * 1000,
  idleTimeoutMs: 60_000,
  keepAliveTimeoutMs: 75_000,
  connections: 1024,
  /** After a refusal the rest of an upload is read and thrown away this far, so that the answer arrives. */
  drainBytes: 8 * 1024 ** 2,
  drainMs: 3_000,
  closeGraceMs: 3_000,
} as const;
