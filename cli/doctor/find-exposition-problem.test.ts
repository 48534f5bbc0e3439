import { expect, test } from 'vitest';
import { findExpositionProblem } from './find-exposition-problem.ts';

const PLAIN = 'text/plain; version=0.0.4; charset=utf-8';

test.each([
  ['# HELP up Whether it is up.\n# TYPE up gauge\nup 1\n'],
  ['http_requests_total{method="GET",route="/a b"} 1027 1395066363000\n'],
  ['latency_bucket{le="+Inf"} +Inf\nratio NaN\nsmall 1.5e-7\n'],
  ['errors_total{text="a \\"quoted\\" } brace"} 3 # {trace_id="x"} 1\n# EOF\n'],
])('%j looks like the format of Prometheus', (text) => {
  expect(findExpositionProblem(PLAIN, text)).toBeNull();
});

test.each([
  ['text/plain', 'It works', 'text that is not in the format of Prometheus'],
  ['text/plain', 'up 1\nup\n', 'text that is not in the format of Prometheus'],
  ['text/plain', '{"up":1}', 'text that is not in the format of Prometheus'],
  ['text/plain', '\n\n', 'an empty answer'],
  ['application/json', '{}', 'content type application/json: text/plain was expected'],
  ['', 'up 1', 'content type missing: text/plain was expected'],
])('%s with %j is refused: %s', (type, text, problem) => {
  expect(findExpositionProblem(type, text)).toBe(problem);
});
