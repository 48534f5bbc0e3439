import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outage } from './fixtures.ts';
import { openEdge, type OpenEdge } from './open-edge.ts';

const STYLE = /<style[^>]*>([^]*?)<\/style>/g;
const SCRIPT = /<script[^>]*>([^]*?)<\/script>/g;

let edge: OpenEdge;
let html = '';
beforeAll(async () => {
  edge = await openEdge();
  await edge.publish(outage(Date.now()));
  html = await (await fetch(edge.url)).text();
});
afterAll(() => edge.stop());

test('an outage of seven services with 90 days is at most 4 KB of HTML, gzipped', () => {
  expect(weigh(html.replaceAll(STYLE, ''))).toBeLessThanOrEqual(4096);
});

test('the styles are at most 5 KB, gzipped', () => {
  expect(weigh(inside(STYLE))).toBeLessThanOrEqual(5120);
});

test('the scripts are at most 1 KB', () => {
  expect(inside(SCRIPT).length).toBeLessThanOrEqual(1024);
});

test('neither a style nor a script is a request of its own', () => {
  expect(html).not.toMatch(/<script[^>]+\bsrc=/);
  expect(html).not.toMatch(/<link[^>]+\brel="?(stylesheet|preload|modulepreload)/);
  expect(inside(STYLE)).not.toMatch(/@import|url\((?!['"]?data:)/);
});

function inside(tag: RegExp): string {
  return Array.from(html.matchAll(tag), ([, content = '']) => content).join('');
}

function weigh(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}
