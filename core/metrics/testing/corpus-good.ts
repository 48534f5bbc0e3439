import type { CorpusFile } from './corpus.ts';

const HISTOGRAM = `# HELP d Seconds
# TYPE d histogram
d_bucket{le="0.1",route="/"} 3
d_bucket{le="+Inf",route="/"} 5
d_sum{route="/"} 1.25
d_count{route="/"} 5
`;

const OPENMETRICS = 'promtool 2.42 knows the text format alone; this is of OpenMetrics';
const UTF8_NAMES = 'promtool 2.42 is older than names in quotes';

const texts: [name: string, text: string, promtoolDiffers?: string][] = [
  ['empty', ''],
  ['empty lines only', '\n\n  \n\t\n'],
  ['one sample', 'm 1\n'],
  ['blanks before and within', '  m\t{ a = "1" , b = "2" }   1\n'],
  ['no blank between braces and value', 'm{a="1"}1\n'],
  ['a blank between name and braces', 'm {a="1"} 1\n'],
  ['a comma after the last label', 'm{a="1",} 1\n'],
  ['braces without labels', 'm{} 1\n'],
  ['an empty label value', 'm{a=""} 1\n'],
  ['escapes in a label', 'm{a="line\\nquote\\"back\\\\slash"} 1\n'],
  ['braces and commas in a label', 'm{a="},{",b="="} 1\n'],
  ['other scripts in a label', 'm{a="Zürich 東京 😀"} 1\n'],
  ['every name that is allowed', '_:a1 1\nA 2\n:b 3\n'],
  ['a recording rule', 'job:errors:rate5m{_a1="x"} 1\n'],
  ['names of objects', '__proto__{__proto__="1",constructor="2"} 1\nconstructor 2\ntoString 3\n'],
  ['the words for no number', 'a NaN\nb nan\nc Nan\nd NAN\n'],
  ['the words for infinity', 'a +Inf\nb -Inf\nc Inf\nd +infinity\ne -inf\n'],
  ['decimals', 'a 1.5\nb .5\nc 5.\nd +1\ne -0\nf 007\ng 1e3\nh 1E-3\ni 1e+3\n'],
  ['a number too small for a double', 'm 1e-400\n'],
  ['more digits than a double has', 'm 12345678901234567890.123456789\n'],
  ['a negative counter', '# TYPE c counter\nc -1\n'],
  ['times', 'a 1 1795455439000\nb 1 -1\nc 1 0\nd 1 +5\n'],
  ['a time in the far future', 'm 1 9000000000000\n'],
  ['a histogram', HISTOGRAM],
  ['a histogram without +Inf', HISTOGRAM.replace(/.*Inf.*\n/, '')],
  ['a histogram whose buckets fall', HISTOGRAM.replace('"} 3', '"} 9')],
  [
    'a histogram whose count is not +Inf',
    HISTOGRAM.replace('_count{route="/"} 5', '_count{route="/"} 9'),
  ],
  ['a histogram without a sum', HISTOGRAM.replace(/.*_sum.*\n/, '')],
  [
    'a summary',
    '# TYPE s summary\ns{quantile="0.5"} 1\ns{quantile="0.99"} NaN\ns_sum 1\ns_count 2\n',
  ],
  ['a type in capitals', '# TYPE c COUNTER\nc 1\n'],
  ['untyped', '# TYPE u untyped\nu 1\n'],
  ['TYPE before HELP', '# TYPE c counter\n# HELP c Some\nc 1\n'],
  ['families without samples', '# HELP a Some\n# TYPE a counter\n# HELP b Some\n# TYPE b gauge\n'],
  ['HELP without a text', '# HELP m\n# TYPE m gauge\nm 1\n# HELP n \nn 1\n'],
  ['HELP without a name', '# HELP\n# TYPE\n# HELP \nm 1\n'],
  ['escapes in HELP', '# HELP m a\\nb\\\\c "d" # e\nm 1\n'],
  ['TYPE without a type', '# TYPE m\nm 1\n'],
  ['comments', '#\n# \n##\n# anything {at} all "\n#no blank\n   # blanks before\nm 1\n'],
  ['HELP without a blank', '#HELP m Some\n#TYPE m counter\nm 1\n'],
  ['# EOF', 'm 1\n# EOF\n'],
  ['lines after # EOF', '# EOF\nm 1\n'],
  ['a comment of a megabyte', `# ${'x'.repeat(1024 * 1024)}\nm 1\n`],
  ['64 labels', `m{${Array.from({ length: 64 }, (_, i) => `l${i}="${i}"`).join()}} 1\n`],
  ['samples of a family in two places', 'a{x="1"} 1\nb 1\na{x="2"} 1\n'],
  ['a family without TYPE after one with it', '# TYPE a counter\na 1\nb 1\n'],
  ['what looks like a part of a counter', '# TYPE a counter\na 1\na_count 1\na_total 1\n'],
  [
    'CRLF',
    '# HELP m Some\r\n# TYPE m gauge\r\nm{a="1"} 1\r\nn 1 5\r\n\r\n',
    'a proxy or an editor may end lines so; nothing is lost by it',
  ],
  ['an exemplar', '# TYPE c counter\nc 1 # {trace_id="a b"} 0.5\n', OPENMETRICS],
  ['an exemplar with times', 'c 1 5 # {trace_id="x"} 0.5 1795455439.1\n', OPENMETRICS],
  ['a name in quotes', '{"http.requests",method="GET"} 1\n', UTF8_NAMES],
  ['a label name in quotes', 'm{"user.name"="x"} 1\n', UTF8_NAMES],
  ['TYPE of a name in quotes', '# TYPE "a.b" gauge\n# HELP "a.b" Some\n{"a.b"} 1\n', UTF8_NAMES],
];

export const goodText: readonly CorpusFile[] = texts.map(([name, text, promtoolDiffers]) => ({
  name,
  text,
  isGood: true,
  ...(promtoolDiffers !== undefined && { promtoolDiffers }),
}));
