import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/next/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  // Tests and helpers build into folders of their own, so that a running `npm start` is not disturbed.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run typecheck` is the type check; doing it twice would double the time of a first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['sharp', '@node-rs/argon2', '@prisma/client', '@prisma/adapter-pg', 'pg', 'pino'],
  // Pictures are re-encoded at upload in the widths the pages ask for (lib/features/images).
  images: { unoptimized: true },
  experimental: { serverActions: { bodySizeLimit: '256kb' } },
};

export default withNextIntl(config);
