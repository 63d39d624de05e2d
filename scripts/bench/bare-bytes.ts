// The limit that kept pages are measured against: node:http sending bytes from memory. It asks SOURCE once for each path.
import { createServer, get } from 'node:http';

const pages = new Map<string, Buffer>();

function fetchZipped(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).once('error', reject);
      answer.once('end', () => resolve(Buffer.concat(chunks)));
    }).once('error', reject);
  });
}

createServer(async (request, response) => {
  const path = request.url ?? '';
  const page = pages.get(path) ?? (await fetchZipped(`${process.env.SOURCE}${path}`));
  pages.set(path, page);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
    'content-length': page.length,
  });
  response.end(page);
}).listen(Number(process.env.PORT), () => console.log('ready'));
