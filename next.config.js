import { mkdirSync, writeFileSync } from 'node:fs';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/next/i18n/request.ts');

// Tests and benchmarks build into folders of their own, so that a running `npm start` is not disturbed.
const distDir = process.env.NEXT_DIST_DIR || '.next';

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  // server.ts does it, quicker (lib/runtime/compress-answer.ts).
  compress: false,
  reactStrictMode: true,
  // `npm run typecheck` is the type check; doing it twice would double the time of a first start.
  typescript: { ignoreBuildErrors: true, tsconfigPath: ownTsconfig(distDir) },
  serverExternalPackages: ['sharp', '@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pino'],
  // Pictures are re-encoded at upload in the widths the pages ask for (lib/features/images).
  images: { unoptimized: true },
  headers: async () => [
    // What all answers say stands in lib/runtime/security-headers.ts. The addresses of these carry what a letter gave. Not no-referrer: a form that is posted without script would lose its Origin.
    {
      source: '/(reset-password|verify-email)',
      headers: [
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cache-Control', value: 'no-store' },
      ],
    },
  ],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
    // serve.ts does it, once it listens (lib/next/preload-pages.ts).
    preloadEntriesOnStart: false,
  },
};

export default withNextIntl(config);

/** Next.js writes into the tsconfig that it is given: it gets one that git ignores. */
function ownTsconfig(folder) {
  const path = `.cache/${folder.replace(/^\.+/, '')}`;
  mkdirSync(path, { recursive: true });
  writeFileSync(
    `${path}/tsconfig.json`,
    JSON.stringify({ extends: '../../tsconfig.json', include: ['../../**/*.ts', '../../**/*.tsx'] }),
  );
  return `${path}/tsconfig.json`;
}
