/** An id for an element that follows a thing from one version of the page to the next. */
export function elementId(kind: string, id: string): string {
  return `${kind}-${id.slice(0, 8).replace(/[^\w-]/g, '_')}`;
}
