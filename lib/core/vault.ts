/** Keeps secrets in the database unreadable for who has only the database. */
export interface Vault {
  /** @param owner who alone it is sealed for: opened for another it is none */
  seal(secret: string, owner: string): Uint8Array<ArrayBuffer>;
  /** @returns null for what was not sealed by this server, or for another */
  open(sealed: Uint8Array, owner: string): string | null;
  /** A digest that nobody without the server's secret can try words against. */
  digest(word: string, owner: string): string;
}
