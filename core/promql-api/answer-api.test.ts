import { describe, expect, test } from 'vitest';
import { fromSeries, STALE, type Series } from '../promql/index.ts';
import { answerApi } from './answer-api.ts';
import type { Path } from './paths.ts';

const MINUTE_MS = 60_000;
const NOW_MS = 10 * MINUTE_MS;

const SERIES: Series[] = [
  sampled({ __name__: 'hits_total', path: '/' }, [0, 60, 120]),
  sampled({ __name__: 'hits_total', path: '/x' }, [0, 1, STALE]),
  sampled({ __name__: 'wait_bucket', le: '+Inf' }, [1, 2, 3]),
  sampled({ __name__: 'wait_count' }, [1, 2, 3]),
  sampled({ __name__: 'heap' }, [7, 8, 9]),
];

// The last of three samples is of now.
function sampled(labels: Record<string, string>, values: Series['samples'][number][1][]): Series {
  return { labels, samples: values.map((value, at) => [NOW_MS - (2 - at) * MINUTE_MS, value]) };
}

function ask(path: Path, query = '', warnings: string[] = []) {
  const pairs = [...new URLSearchParams(query)];
  const params = new Map(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, all]) => [name, all.map(([, v]) => v)]),
  );
  return answerApi(path, { params, window: fromSeries(SERIES), nowMs: NOW_MS }, warnings);
}

const good = (data: unknown, notes = {}) => {
  return { status: 200, body: { status: 'success', data, ...notes } };
};
const bad = (status: number, errorType: string, error: string) => {
  const said = expect.stringContaining(error);
  return { status, body: { status: 'error', errorType, error: said } };
};

describe('an answer', () => {
  test('of query is that of now, or of its time', () => {
    const vector = (value: [number, string]) => {
      return good({ resultType: 'vector', result: [{ metric: { __name__: 'heap' }, value }] });
    };
    expect(ask('query', 'query=heap')).toEqual(vector([600, '9']));
    expect(ask('query', 'query=heap&time=540.5')).toEqual(vector([540.5, '8']));
    expect(ask('query', 'query=heap&time=1970-01-01T00:08:00Z')).toEqual(vector([480, '7']));
    expect(ask('query', 'query=1%2B1')).toEqual(good({ resultType: 'scalar', result: [600, '2'] }));
  });

  test('of query_range has a value at each step', () => {
    expect(ask('query_range', 'query=heap&start=480&end=600&step=1m')).toEqual(
      good({
        resultType: 'matrix',
        result: [
          {
            metric: { __name__: 'heap' },
            values: [
              [480, '7'],
              [540, '8'],
              [600, '9'],
            ],
          },
        ],
      }),
    );
  });

  test('of labels, values and series is sorted, and of what was there in its time', () => {
    expect(ask('labels')).toEqual(good(['__name__', 'le', 'path']));
    expect(ask('labels', 'match[]=heap')).toEqual(good(['__name__']));
    expect(ask('label/:name/values', 'name=path')).toEqual(good(['/', '/x']));
    expect(ask('label/:name/values', 'name=path&start=600')).toEqual(good(['/']));
    expect(ask('series', 'match[]=heap&match[]={path="/"}&match[]=heap')).toEqual(
      good([{ __name__: 'heap' }, { __name__: 'hits_total', path: '/' }]),
    );
    expect(ask('series', 'match[]=heap&end=1')).toEqual(good([]));
  });

  test('is cut at the limit, and says so', () => {
    const notes = { warnings: ['results truncated due to limit'] };
    expect(ask('labels', 'limit=1')).toEqual(good(['__name__'], notes));
    expect(ask('query', 'query=hits_total&time=540&limit=1')).toMatchObject({
      body: { data: { result: [{}] }, ...notes },
    });
    expect(ask('labels', 'limit=3')).toEqual(good(['__name__', 'le', 'path']));
  });

  test('of metadata names metrics, and types that names tell', () => {
    const of = (type: string) => [{ type, help: '', unit: '' }];
    const heap = { heap: of('unknown') };
    expect(ask('metadata')).toEqual(
      good({ ...heap, hits_total: of('counter'), wait: of('histogram') }),
    );
    expect(ask('metadata', 'metric=heap')).toEqual(good(heap));
  });

  test('of format_query and parse_query is the expression in another form', () => {
    expect(ask('format_query', 'query=sum(heap)by(a)')).toEqual(good('sum by (a) (heap)'));
    expect(ask('parse_query', 'query="a"')).toEqual(good({ type: 'stringLiteral', val: 'a' }));
  });

  test('says beside it what the window lacks, and what the engine notes', () => {
    const notes = { warnings: ['half'], infos: [expect.stringContaining('"heap"')] };
    expect(ask('query', 'query=rate(heap[5m])', ['half'])).toMatchObject({ body: notes });
    expect(ask('status/buildinfo')).toMatchObject({ body: { data: { application: 'Pharos' } } });
  });
});

test.each<[Path, string, string]>([
  ['query', '', 'invalid parameter "query": '],
  ['query', 'query=heap+%2B', 'invalid parameter "query": 1:7: parse error: '],
  [
    'query',
    'query=heap&time=noon',
    'invalid parameter "time": cannot parse "noon" to a valid timestamp',
  ],
  ['query', 'query=heap&limit=x', 'invalid parameter "limit": cannot parse "x" to a valid number'],
  [
    'query_range',
    'query=heap&end=1&step=1',
    'invalid parameter "start": cannot parse "" to a valid timestamp',
  ],
  [
    'query_range',
    'query=heap&start=2&end=1&step=1',
    'invalid parameter "end": end timestamp must not be before start time',
  ],
  [
    'query_range',
    'query=heap&start=0&end=1&step=x',
    'invalid parameter "step": cannot parse "x" to a valid duration',
  ],
  ['query_range', 'query=heap&start=0&end=1&step=0', 'zero or negative query resolution step'],
  [
    'query_range',
    'query=heap&start=0&end=11001&step=1',
    'exceeded maximum resolution of 11,000 points',
  ],
  [
    'query_range',
    'query=heap[5m]&start=0&end=1&step=1',
    'invalid expression type "range vector" for range query',
  ],
  ['labels', 'match[]=1', 'invalid parameter "match[]": '],
  ['label/:name/values', '', 'invalid label name: ""'],
  ['series', '', 'no match[] parameter provided'],
  ['parse_query', 'query=(', 'parse error'],
])('%s?%s is bad data', (path, query, error) => {
  const { status, body } = ask(path, query);
  expect({ status, body }).toEqual(bad(400, 'bad_data', error));
});

test('as many points as Prometheus gives are no error', () => {
  expect(ask('query_range', 'query=heap&start=0&end=11000&step=1').status).toBe(200);
});

test('a query that fails while it is evaluated is an error of execution', () => {
  expect(ask('query', 'query=heap+*+on()+hits_total&time=540')).toMatchObject({
    status: 422,
    body: { errorType: 'execution', error: expect.stringContaining('found duplicate series') },
  });
});

test('a query that reads too much is refused', () => {
  const query = 'query=heap[1h:1ms]&time=600';
  expect(ask('query', query)).toMatchObject({ status: 422, body: { errorType: 'execution' } });
});
