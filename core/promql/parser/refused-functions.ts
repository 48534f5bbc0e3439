const EXPERIMENTAL =
  'sort_by_label sort_by_label_desc info range step max_of min_of start_timestamp histogram_quantiles';
const NATIVE = 'histogram_avg histogram_count histogram_sum histogram_stddev histogram_stdvar';

/** Functions that Prometheus has and this engine has not, with the reason. */
export const refusedFunctions: ReadonlyMap<string, string> = new Map([
  ...list(EXPERIMENTAL, 'is experimental and not supported'),
  ...list(NATIVE, 'works on native histograms, which are not supported'),
]);

function list(names: string, reason: string): [string, string][] {
  return names.split(' ').map((name) => [name, `function "${name}" ${reason}`]);
}
