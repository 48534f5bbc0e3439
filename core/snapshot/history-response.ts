import type { HistorySnapshot } from './history-snapshot.ts';

export type HistoryResponse = {
  generatedAt: string;
  items: HistorySnapshot['incidents'];
  page: number;
  limit: number;
  /** How many incidents there are in these 90 days. */
  total: number;
  maintenance: HistorySnapshot['maintenance'];
  medians: HistorySnapshot['medians'];
};

/** The data of `GET /api/v1/status/history`: a page of incidents, the newest first, and all work of the time. */
export function toHistoryResponse(
  { generatedAt, incidents, maintenance, medians }: HistorySnapshot,
  { page, limit }: { page: number; limit: number },
): HistoryResponse {
  const items = incidents.slice((page - 1) * limit, page * limit);
  return { generatedAt, items, page, limit, total: incidents.length, maintenance, medians };
}
