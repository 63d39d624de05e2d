/** A LIKE pattern for a text that holds what was typed. */
export function containing(text: string): string {
  const clean = text.toWellFormed().replaceAll('\0', '').trim();
  return `%${clean.replace(/[\\%_]/g, '\\$&')}%`;
}
