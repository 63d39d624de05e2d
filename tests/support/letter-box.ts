import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The link of the newest letter to somebody, of those that the product without a mail server keeps as files.
 *
 * @param page path that the link leads to, such as `/reset-password`
 * @returns path and query
 */
export async function linkInLetter(to: string, page: string): Promise<string> {
  const folder = join(process.env.PRODUCT_DATA ?? '.data', 'mail');
  const pattern = new RegExp(`https?://[^\\s/]+(${page}\\?token=[\\w-]+)`);
  for (let tries = 0; tries < 100; tries += 1) {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
    for (const name of names.reverse()) {
      const letter = (await readFile(join(folder, name), 'utf8'))
        .replaceAll('=\r\n', '')
        .replaceAll('=3D', '=');
      const link = pattern.exec(letter)?.[1];
      if (letter.includes(`To: ${to}`) && link) return link;
    }
    await sleep(100);
  }
  throw new Error(`No letter to ${to} with a link to ${page}.`);
}
