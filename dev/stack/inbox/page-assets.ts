import { readFileSync } from 'node:fs';
import type { Answer } from '../serve.ts';

/** What the page loads, by path. */
export const pageAssets = new Map([
  ['/page.css', load('./page.css', 'text/css')],
  ['/page.js', load('./page.js', 'text/javascript')],
]);

function load(file: string, type: string): Answer {
  const body = readFileSync(new URL(file, import.meta.url));
  return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
}
