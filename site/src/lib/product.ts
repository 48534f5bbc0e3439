import type { Snapshot } from '../../../core/snapshot/snapshot.ts';

/** What is watched, and where it is, if that is known. */
export type Product = { name: string; url: string | null };

export function toProduct(snapshot: Snapshot | null): Product {
  if (snapshot === null) return { name: 'Service', url: null };
  const { name, url } = snapshot.product;
  return { name, url: url !== null && /^https?:\/\//.test(url) ? url : null };
}

export function tabTitle(title: string, product: Product): string {
  return `${title} – ${product.name} status`;
}
