/** An element that the page has. Throws when it has none: page and script do not belong together. */
export function getElement(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`Cannot find #${id} on this page`);
  return element;
}

/** A copy of what is in a template, with texts where the selectors lead. Text stays text, whatever it is. */
export function fillTemplate(id: string, texts: Record<string, string>): DocumentFragment {
  const template = getElement(id);
  if (!(template instanceof HTMLTemplateElement))
    throw new Error(`Cannot fill #${id}: no template`);
  const filled = document.importNode(template.content, true);
  for (const [selector, text] of Object.entries(texts)) {
    const place = filled.querySelector(selector);
    if (place !== null) place.textContent = text;
  }
  return filled;
}

/** Shows the one of these elements that is named, and hides the others. */
export function showOnly(shown: string, ids: readonly string[]): void {
  for (const id of ids) getElement(id).hidden = id !== shown;
}
