export type StorageErrorCode =
  /** The object is larger than the caller allows. */
  | 'STORAGE_OBJECT_TOO_LARGE'
  | 'STORAGE_OBJECT_NOT_FOUND'
  /** It does not answer; whether what was asked was done is unknown. */
  | 'STORAGE_AWAY'
  /** Some of the keys could not be removed. */
  | 'STORAGE_REMOVE_FAILED';

/** A fault of storage that callers tell apart by `code` (never by class). */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
  }
}
