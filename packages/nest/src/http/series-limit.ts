const OTHER_ROUTE = '(other)';

export type RequestLabels = { method: string; route: string; status_code: string };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Gives the labels to record under: as they are for the first `most` label sets, then with the route `(other)`. */
export function limitSeries(
  most: number,
): (method: string, route: string, status: number) => RequestLabels {
  const known = new Map<string, RequestLabels>();
  return function labelsOf(method, route, status) {
    const key = `${method} ${status} ${route}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most && route !== OTHER_ROUTE) return labelsOf(method, OTHER_ROUTE, status);
    const labels = {
      method: METHODS.has(method) ? method : 'OTHER',
      route,
      status_code: String(status),
    };
    known.set(key, labels);
    return labels;
  };
}
