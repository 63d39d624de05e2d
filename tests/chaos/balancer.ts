import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from '@/scripts/test/tools';

/** nginx that sends people to a process by their cookie `person`, so that two who meet are on different ones. */
export async function startBalancer(folder: string, port: number, [odd, even]: [string, string]) {
  const program = findProgram('nginx');
  if (!program) throw new Error('nginx is not installed.');
  const path = join(folder, 'balancer.conf');
  await writeFile(path, configuration(folder, port, odd, even));
  const child = spawn(program, ['-c', path, '-p', folder, '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  while (!(await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null))) await sleep(50);
  return {
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function configuration(folder: string, port: number, odd: string, even: string): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/balancer.pid;
error_log stderr error;
events {}
http {
  access_log off;
  ${temp.map((name) => `${name}_temp_path ${folder}/${name}_temp;`).join(' ')}
  client_max_body_size 1m;
  map $cookie_person $process { default ${odd}; even ${even}; }
  map $http_upgrade $connection_header { default upgrade; '' ''; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://$process;
      proxy_http_version 1.1;
      proxy_buffering off;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto http;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_header;
    }
  }
}
`;
}
