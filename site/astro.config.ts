import cloudflare from '@astrojs/cloudflare';
import { defineConfig } from 'astro/config';
import { product } from '../core/catalog/product.ts';

export default defineConfig({
  srcDir: './site/src',
  publicDir: './site/public',
  output: 'server',
  session: false,
  devToolbar: { enabled: false },
  adapter: cloudflare({ imageService: 'passthrough' }),
  build: { inlineStylesheets: 'always' },
  vite: {
    plugins: [
      {
        name: 'catalog-brand',
        enforce: 'pre',
        transform(code, id) {
          if (id.endsWith('/status.css'))
            return code.replace(/--brand: .*;/, `--brand: ${product.brand};`);
        },
      },
    ],
    // The adapter puts a line for Node's `process` before every chunk: a browser has no use for it.
    environments: { client: { build: { rolldownOptions: { output: { banner: '' } } } } },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
});
