const EXPERIMENTAL = ['info', 'max_of', 'min_of', 'start_timestamp', 'histogram_quantiles'];
const NATIVE = ['avg', 'count', 'sum', 'stddev', 'stdvar'];

/** Functions that Prometheus has and this engine has not, with the reason. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map([
  ...EXPERIMENTAL.map((name): [string, string] => [
    name,
    `function "${name}" is experimental and not supported`,
  ]),
  ...NATIVE.map((part): [string, string] => {
    const name = `histogram_${part}`;
    return [name, `function "${name}" works on native histograms, which are not supported`];
  }),
]);
