import type { Answer } from '../serve.ts';
import { products, type Product } from './products.ts';

export function renderStorefront(): Answer {
  const items = products.map(renderProduct).join('\n      ');
  return page(200, 'KTBlog', `<ul>\n      ${items}\n    </ul>`);
}

export function renderStorefrontError(status: 500 | 503): Answer {
  const text = status === 503 ? 'The shop is closed for a moment.' : 'Something went wrong.';
  return page(status, `KTBlog: ${status}`, `<p>${text}</p>`);
}

function renderProduct({ slug, title, type, price }: Product): string {
  return `<li><a href="/products/${slug}">${title}</a> ${type}, $${price}</li>`;
}

function page(status: number, title: string, content: string): Answer {
  const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
  </head>
  <body>
    <h1>KTBlog</h1>
    <p>Spreadsheets, templates and courses</p>
    ${content}
  </body>
</html>
`;
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}
