import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@/scripts/test/tools';

export interface NginxOptions {
  /** `host:port` of the two processes and of the object store */
  upstreams: { app1: string; app2: string; objects: string };
  ports: { http: number; https: number };
}

export interface NginxFolder {
  /** what `nginx -t` says; throws when it refuses */
  check(): string;
  start(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

const HSTS = 'add_header Strict-Transport-Security "max-age=31536000" always;';

/** The configuration of deploy/nginx with a certificate made now, and with ports and upstreams of a test. */
export async function prepareNginx({ upstreams, ports }: NginxOptions): Promise<NginxFolder> {
  const program = findProgram('nginx');
  if (!program) throw new Error('nginx is not installed.');
  const folder = await mkdtemp(join(tmpdir(), 'egodaeyeo-nginx-'));
  await mkdir(join(folder, 'conf.d'));
  const [key, certificate] = [join(folder, 'privkey.pem'), join(folder, 'fullchain.pem')];
  const subject = ['-subj', '/CN=localhost', '-days', '2', '-nodes'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', certificate, ...subject],
    { stdio: 'ignore' },
  );
  const main = await readFile('deploy/nginx/nginx.conf', 'utf8');
  const site = await readFile('deploy/nginx/egodaeyeo.conf.template', 'utf8');
  await writeFile(
    join(folder, 'nginx.conf'),
    // The folder is the caller's alone, so the workers stay who they are.
    (process.getuid?.() === 0 ? `user root;\n${main}` : main)
      .replaceAll('/etc/nginx/conf.d', join(folder, 'conf.d'))
      .replaceAll('/tmp/nginx.pid', join(folder, 'nginx.pid'))
      .replace(
        'http {',
        `http {\n  client_body_temp_path ${folder}/body;\n  proxy_temp_path ${folder}/proxy;`,
      ),
  );
  await writeFile(
    join(folder, 'conf.d', 'egodaeyeo.conf'),
    site
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the template's own variable
      .replaceAll('${SITE_HOST}', 'localhost')
      .replaceAll('/etc/nginx/certificates', folder)
      .replaceAll('app1:3000', upstreams.app1)
      .replaceAll('app2:3000', upstreams.app2)
      .replaceAll('minio:9000', upstreams.objects)
      // Which process answered, for those who check that both do.
      .replaceAll(HSTS, `${HSTS}\n  add_header X-Served-By $upstream_addr always;`)
      .replaceAll('listen 80 ', `listen 127.0.0.1:${ports.http} `)
      .replaceAll('listen 443 ', `listen 127.0.0.1:${ports.https} `),
  );
  const args = ['-c', join(folder, 'nginx.conf'), '-p', folder];
  return {
    check: () =>
      execFileSync(program, [...args, '-t'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    async start() {
      const child = spawn(program, [...args, '-g', 'daemon off;'], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      await untilOpen(ports.https);
      return async () => {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function untilOpen(port: number) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not listen.');
}
