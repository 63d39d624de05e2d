import { resolve } from 'node:path';

/**
 * One folder at most and known flags.
 *
 * @throws Error with the usage for anything else
 */
export function readFolder(
  args: string[],
  known: string[],
  usage: string,
): { folder: string | null; flags: Set<string> } {
  const flags = args.filter((word) => word.startsWith('-'));
  const folders = args.filter((word) => !word.startsWith('-'));
  if (folders.length > 1 || flags.some((flag) => !known.includes(flag))) throw new Error(usage);
  return { folder: folders[0] ? resolve(folders[0]) : null, flags: new Set(flags) };
}

/** Prints the sentence that comes out and leaves with 0, or the error's and leaves with 1. */
export function sayAndEnd(work: Promise<string>): void {
  work.then(
    (sentence) => console.log(sentence),
    (error: unknown) => {
      console.error(
        error instanceof Error
          ? error.message || String((error as { code?: unknown }).code ?? error.name)
          : String(error),
      );
      process.exitCode = 1;
    },
  );
}
