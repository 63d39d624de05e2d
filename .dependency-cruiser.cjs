// Who may import whom (ARCHITECTURE.md). `npm run lint` runs it; tests/unit/architecture shows that it bites.
const FEATURES = [
  'idempotency',
  'regions',
  'auth',
  'users',
  'images',
  'items',
  'bookmarks',
  'search',
  'alerts',
  'chat',
  'rentals',
  'blocks',
  'reviews',
  'reports',
  'feedback',
  'account',
  'admin',
];

/** A feature's server code may use verbs of earlier features only. */
const featureOrder = FEATURES.map((feature, index) => ({
  name: `feature-order-${feature}`,
  severity: 'error',
  from: { path: `^lib/features/${feature}/server/` },
  to: { path: `^lib/features/(${FEATURES.slice(index + 1).join('|') || 'none'})/server/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'app-not-to-db',
      comment: 'Routes and actions go through the domain.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(lib/(db|env|storage|realtime/server|jobs)|prisma|scripts)/' },
    },
    {
      name: 'components-are-presentational',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(lib/features/[^/]+/server|lib/(db|env|storage|runtime|jobs|realtime/server)|app|prisma|scripts)/',
      },
    },
    {
      name: 'domain-knows-no-framework',
      severity: 'error',
      from: { path: '^lib/(features|core|db|storage|mail)/' },
      to: {
        path: '^(node_modules/(next|react|react-dom|next-auth|next-intl|socket\\.io)/|lib/(next|runtime|jobs|realtime/(server|client))/|app/|components/)',
      },
    },
    {
      name: 'rest-knows-no-pages',
      severity: 'error',
      from: { path: '^lib/rest/' },
      to: { path: '^(node_modules/(next|react|react-dom)/|app/|components/|lib/jobs/)' },
    },
    {
      name: 'pure-files-stay-pure',
      comment: 'What lies in a feature beside server/ runs in browsers too.',
      severity: 'error',
      from: { path: '^lib/features/[^/]+/[^/]+\\.ts$' },
      to: {
        path: '^(lib/(db|env|storage|runtime|jobs)|lib/features/[^/]+/server)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'realtime-server-without-next',
      comment: 'server.ts loads it outside Next.js; next-auth/jwt is a plain module.',
      severity: 'error',
      from: { path: '^lib/(realtime/server|jobs|runtime)/' },
      to: { path: '^(node_modules/(next|react|react-dom)/|app/|components/)' },
    },
    {
      name: 'client-realtime-is-for-browsers',
      severity: 'error',
      from: { path: '^lib/realtime/client/' },
      to: {
        path: '^lib/(db|env|storage|runtime|jobs|realtime/server|features/[^/]+/server)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^(components/(?!ui/)|lib/features/)' },
    },
    ...featureOrder,
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|lib/db/generated)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
