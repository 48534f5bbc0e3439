/** The application that is watched: what visitors call it, and what its probes ask for. */
export const product = {
  name: 'KTBlog',
  /** A real route that visitors depend on: it needs the API server, its database and its cache. */
  probeApiPath: '/api/v1/digital-products?limit=1',
};
