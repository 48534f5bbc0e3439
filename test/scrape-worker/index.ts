import { createSeriesIndex } from '../../core/metrics/series-index.ts';
import { scrapeOrigin } from '../../workers/monitor/scrape/scrape-origin.ts';

let index = createSeriesIndex();

/** Scrapes the origin in `?origin=`, with nothing known of it at `?new`. For measuring what that takes. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    if (searchParams.has('new')) index = createSeriesIndex();
    const settings = { ORIGIN_URL: searchParams.get('origin') ?? '' };
    const scrape = await scrapeOrigin(settings, { now: Date.now, index });
    return Response.json(
      scrape.kind === 'up' ? { ...scrape, picked: scrape.picked.points.length } : scrape,
    );
  },
};
