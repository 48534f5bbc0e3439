import { product as catalog } from '../../../core/catalog/product.ts';
import type { Snapshot } from '../../../core/snapshot/snapshot.ts';

/** What is watched, and where it is, if that is known; then the links that the catalog adds. */
export type Product = {
  name: string;
  url: string | null;
  /** An SVG path; empty for the usual mark. */
  logo: string;
  links: Link[];
  brand: string;
};

export type Link = { text: string; url: string };

export function toProduct(snapshot: Snapshot | null): Product {
  const links = catalog.links.filter(({ url }) => isWeb(url));
  const { brand, logo } = catalog;
  if (snapshot === null) return { name: 'Service', url: null, logo, links, brand };
  const { name, url } = snapshot.product;
  return { name, url: url !== null && isWeb(url) ? url : null, logo, links, brand };
}

export function tabTitle(title: string, product: Product): string {
  return `${title} – ${product.name} status`;
}

function isWeb(url: string): boolean {
  return /^https?:\/\//.test(url);
}
