/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'type-import'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(cloudflare|astro):' },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^core/', pathNot: '\\.test\\.ts$|^core/promql/parser/' },
      to: { pathNot: '^(core/|node_modules/(zod|rrule-temporal)/)' },
    },
    {
      name: 'lezer-reads-promql',
      severity: 'error',
      from: { path: '^core/promql/parser/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(core/|node_modules/@(lezer/common|prometheus-io/lezer-promql)/)' },
    },
    {
      name: 'db-knows-only-core',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(workers|site)/|^node_modules/hono/' },
    },
    {
      name: 'workers-meet-only-in-types',
      severity: 'error',
      from: { path: '^workers/([^/]+)/' },
      to: {
        path: '^workers/',
        pathNot: '^workers/($1|shared)/',
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'workers-know-no-page',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^site/' },
    },
    {
      name: 'sql-lives-in-db',
      severity: 'error',
      from: { path: '^(workers|site)/' },
      to: { path: '^node_modules/(drizzle-orm|@neondatabase/serverless|pg)/|^db/schema/' },
    },
    {
      name: 'site-has-no-database',
      severity: 'error',
      from: { path: '^site/' },
      to: { path: '^(db|cli|dev|test|bench)/|^workers/(?!shared/)' },
    },
    {
      name: 'product-without-dev',
      severity: 'error',
      from: { path: '^(core|db|workers|site)/', pathNot: '\\.test\\.ts$|/test-env\\.ts$' },
      to: { path: '^(cli|dev|test|bench)/' },
    },
    {
      name: 'not-to-dev-dep',
      severity: 'error',
      from: {
        path: '^(core|db|workers|site/src)/',
        pathNot: '\\.test\\.ts$|/test-env\\.ts$|^db/(migrate|seed)\\.ts$',
      },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What a running `wrangler dev` leaves beside each Worker.
    exclude: { path: '(^|/)\\.wrangler/' },
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
