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
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(core/|node_modules/zod/)' },
    },
    {
      name: 'db-knows-only-core',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(workers|site|cli|dev|test|bench)/|^node_modules/hono/' },
    },
    {
      name: 'workers-meet-only-in-types',
      severity: 'error',
      from: { path: '^workers/(edge|monitor|deploy-verify)/' },
      to: {
        path: '^workers/(edge|monitor|deploy-verify)/',
        pathNot: '^workers/$1/',
        dependencyTypesNot: ['type-only', 'type-import'],
      },
    },
    {
      name: 'sql-lives-in-db',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^node_modules/drizzle-orm/|^db/schema/' },
    },
    {
      name: 'site-has-no-database',
      severity: 'error',
      from: { path: '^site/' },
      to: { path: '^(db|cli|dev|test|bench)/|^workers/(edge|monitor|deploy-verify)/' },
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
        path: '^(core|db|workers)/',
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
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
