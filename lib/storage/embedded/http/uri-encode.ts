/**
 * Percent-encodes as AWS Signature Version 4 prescribes: everything but A–Z a–z 0–9 - . _ ~,
 * of the UTF-8 form, in upper-case hex; with `keepSlashes` also not `/`.
 */
export function uriEncode(text: string, keepSlashes = false): string {
  const encoded = encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percent);
  return keepSlashes ? encoded.replaceAll('%2F', '/') : encoded;
}

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
