/** A route of the origin. An origin that lives below a path keeps it: https://example.org/shop + /health. */
export function originUrl(origin: string, path: string): URL {
  return new URL(origin.replace(/\/$/, '') + path);
}
