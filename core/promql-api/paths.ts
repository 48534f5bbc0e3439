/** What of Prometheus' HTTP API is answered, below `/api/v1/`, and whether its parameters may come as a form. */
export const paths = [
  { path: 'query', takesForm: true },
  { path: 'query_range', takesForm: true },
  { path: 'labels', takesForm: true },
  { path: 'label/:name/values', takesForm: false },
  { path: 'series', takesForm: true },
  { path: 'metadata', takesForm: false },
  { path: 'format_query', takesForm: true },
  { path: 'parse_query', takesForm: true },
  { path: 'status/buildinfo', takesForm: false },
] as const;

export type Path = (typeof paths)[number]['path'];
