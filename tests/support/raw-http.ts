import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

export interface RawRequest {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

export interface RawResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The `<Code>` of an S3 error document, '' without one. */
  code: string;
  text: string;
}

/** Sends a path exactly as written: nothing is normalised, unlike with fetch. */
export function sendRaw(baseUrl: string, path: string, options: RawRequest = {}): Promise<RawResponse> {
  const { hostname, port } = new URL(baseUrl);
  const { method = 'GET', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const req = request({ hostname, port, path, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const received = Buffer.concat(chunks);
        const text = received.toString('utf8');
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          body: received,
          text,
          code: /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? '',
        });
      });
    });
    req.on('error', reject);
    req.end(body);
  });
}
