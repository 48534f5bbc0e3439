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
      from: { path: '^(core|db|workers|site|packages)/', pathNot: '\\.test\\.ts$|/test-env\\.ts$' },
      to: { path: '^(cli|dev|test|bench)/' },
    },
    {
      name: 'packages-stand-alone',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: '\\.test\\.ts$|/testing/' },
      to: { pathNot: '^(packages/$1/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'nest-has-few-peers',
      severity: 'error',
      from: { path: '^packages/nest/', pathNot: '\\.test\\.ts$|/testing/' },
      to: {
        path: '^node_modules/',
        pathNot: '^node_modules/(@nestjs/(common|core)|prom-client|rxjs)/',
      },
    },
    {
      name: 'nest-metrics-without-nest',
      severity: 'error',
      from: { path: '^packages/nest/src/metrics/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(packages/nest/src/metrics/|node_modules/prom-client/)' },
    },
    {
      name: 'only-the-origin-knows-the-package',
      severity: 'error',
      from: { path: '^(core|db|workers|site|cli|dev)/' },
      to: { path: '^packages/nest/', pathNot: '^packages/nest/src/metrics/index\\.ts$' },
    },
    {
      name: 'product-without-packages',
      severity: 'error',
      from: { path: '^(core|db|workers|site|cli)/' },
      to: { path: '^packages/' },
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
    // What is built, and what a running `wrangler dev` leaves beside each Worker.
    exclude: { path: '^(packages|test)/.*/dist/|(^|/)\\.wrangler/' },
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
