/** The application that is watched: what visitors call it, how it looks, and what its probes ask for. */
export const product = {
  name: 'KTBlog',
  /** The mark beside the name: an SVG path in a box of 20 by 20. Empty: a lighthouse. */
  logo: '',
  /** Shown in the head of the page, beside the link to the application itself. */
  links: [] as readonly { text: string; url: string }[],
  /** Any CSS colour; the page clamps its lightness so that text in it stays readable. */
  brand: 'oklch(0.5 0.13 250)',
  /** A real route that visitors depend on: it needs the API server, its database and its cache. */
  probeApiPath: '/api/v1/digital-products?limit=1',
};
