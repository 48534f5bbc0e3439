const TEXT = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'public, max-age=3600',
};
const XML = { ...TEXT, 'content-type': 'application/xml; charset=utf-8' };

/** Pages that are worth finding. */
const PAGES = ['/', '/history', '/maintenance'];

/** What crawlers ask for by name; null when it is something else. */
export function answerCrawler(url: URL): Response | null {
  switch (url.pathname) {
    case '/robots.txt':
      return new Response(robots(url.origin), { headers: TEXT });
    case '/sitemap.xml':
      return new Response(sitemap(url.origin), { headers: XML });
  }
  return null;
}

function robots(origin: string): string {
  return `User-agent: *\nDisallow: /admin/\nDisallow: /api/\nSitemap: ${origin}/sitemap.xml\n`;
}

/** https://www.sitemaps.org/protocol.html */
function sitemap(origin: string): string {
  const urls = PAGES.map((path) => `<url><loc>${origin}${path}</loc></url>`).join('');
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">${urls}</urlset>\n`;
}
