export type Product = {
  id: string;
  slug: string;
  title: string;
  type: 'ebook' | 'template' | 'course';
  price: string;
  createdAt: string;
  updatedAt: string;
  deletedAt: null;
};

export const productTypes = ['ebook', 'template', 'course'] as const;

const titles = [
  'Budget Planner',
  'Cash Flow Forecast',
  'Dashboard Design',
  'Excel Formulas from Zero',
  'Financial Model Kit',
  'Gantt Chart',
  'Inventory Tracker',
  'Invoice Pack',
  'Pivot Tables in Practice',
  'Project Timeline',
  'Sales Pipeline',
  'Time Sheet',
];

export const products: readonly Product[] = titles.map((title, index) => ({
  id: `7c9e6679-7425-40de-944b-${String(index + 1).padStart(12, '0')}`,
  slug: title.toLowerCase().replaceAll(' ', '-'),
  title,
  type: productTypes[index % productTypes.length] ?? 'ebook',
  price: (9 + 5 * index).toFixed(2),
  createdAt: '2026-01-12T09:00:00.000Z',
  updatedAt: '2026-03-02T14:30:00.000Z',
  deletedAt: null,
}));
