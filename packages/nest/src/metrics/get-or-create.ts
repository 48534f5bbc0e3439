import { Counter, Gauge, Histogram, type Metric, type Registry } from 'prom-client';

type Definition<L extends string> = { name: string; help: string; labelNames?: L[] };

/** The counter of that name on `registry`, made when it is not there. Throws when the name means something else. */
export function getOrCreateCounter<L extends string = never>(
  registry: Registry,
  definition: Definition<L>,
): Counter<L> {
  const existing = registry.getSingleMetric(definition.name);
  if (existing === undefined) return new Counter({ ...definition, registers: [registry] });
  if (!(existing instanceof Counter)) throw unlike(definition.name, 'no counter');
  return requireLabels(existing, definition);
}

/** As `getOrCreateCounter`. */
export function getOrCreateGauge<L extends string = never>(
  registry: Registry,
  definition: Definition<L>,
): Gauge<L> {
  const existing = registry.getSingleMetric(definition.name);
  if (existing === undefined) return new Gauge({ ...definition, registers: [registry] });
  if (!(existing instanceof Gauge)) throw unlike(definition.name, 'no gauge');
  return requireLabels(existing, definition);
}

/** As `getOrCreateCounter`. A histogram that is there keeps its own buckets. */
export function getOrCreateHistogram<L extends string = never>(
  registry: Registry,
  definition: Definition<L> & { buckets: number[] },
): Histogram<L> {
  const existing = registry.getSingleMetric(definition.name);
  if (existing === undefined) return new Histogram({ ...definition, registers: [registry] });
  if (!(existing instanceof Histogram)) throw unlike(definition.name, 'no histogram');
  return requireLabels(existing, definition);
}

// Recording under other labels would throw at each request: better once, at the start.
function requireLabels<M extends Metric, L extends string>(
  metric: M,
  { name, labelNames = [] }: Definition<L>,
): M {
  const given: unknown = Reflect.get(metric, 'labelNames');
  const found = Array.isArray(given) ? given.map(String) : [];
  const isSame = found.length === labelNames.length && labelNames.every((l) => found.includes(l));
  if (isSame) return metric;
  throw unlike(name, `labels (${found.join(', ')}) instead of (${labelNames.join(', ')})`);
}

function unlike(name: string, seen: string): Error {
  return new Error(`Cannot record ${name}: the registry already has that name, with ${seen}`);
}
