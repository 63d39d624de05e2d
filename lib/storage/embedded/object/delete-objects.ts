import type { Authenticated } from '../auth/authenticate';
import { readRequestBody } from '../body/request-body';
import { sendEmpty, sendXml } from '../http/responses';
import { unescapeXml, xmlDocument, xmlElement, xmlText } from '../http/xml';
import { LIMITS } from '../limits';
import { S3Error } from '../s3-error';
import type { S3Request, StoreContext } from '../store-context';

/** DELETE of one object; 204 also when there is none. */
export async function deleteObject({ disk }: StoreContext, { res, target }: S3Request): Promise<void> {
  await disk.remove(target.key);
  sendEmpty(res, 204);
}

/** POST ?delete: up to 1000 keys at once. */
export async function deleteObjects(
  { disk }: StoreContext,
  { req, res }: S3Request,
  auth: Authenticated,
): Promise<void> {
  const { keys, quiet } = parseDeleteRequest(await readText(readRequestBody(req, auth, LIMITS.xmlBodyBytes)));
  for (const key of keys) await disk.remove(key);
  const deleted = quiet ? [] : keys.map((key) => xmlElement('Deleted', [xmlText('Key', key)]));
  sendXml(res, 200, xmlDocument('DeleteResult', deleted));
}

/** Reads the `<Delete>` document. Throws MalformedXML, or NotImplemented for versions. */
export function parseDeleteRequest(xml: string): { keys: string[]; quiet: boolean } {
  if (xml.includes('<!') || !/^\s*(?:<\?xml[^>]*\?>)?\s*<Delete[\s>][\s\S]*<\/Delete>\s*$/.test(xml)) {
    throw new S3Error('MalformedXML');
  }
  if (/<(VersionId|ETag)>/.test(xml)) throw new S3Error('NotImplemented');
  const objects = [...xml.matchAll(/<Object>([\s\S]*?)<\/Object>/g)].map((match) => match[1] ?? '');
  if (objects.length === 0 || objects.length > LIMITS.keysPerPage) throw new S3Error('MalformedXML');
  return { keys: objects.map(readKey), quiet: /<Quiet>\s*true\s*<\/Quiet>/.test(xml) };
}

function readKey(object: string): string {
  const match = /^\s*<Key>([^<]+)<\/Key>\s*$/.exec(object);
  if (!match) throw new S3Error('MalformedXML');
  return unescapeXml(match[1] ?? '');
}

async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
