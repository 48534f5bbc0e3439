import * as z from 'zod';

/** What an API token may be made for. A route that takes tokens names one of these. */
export const Scope = z.enum(['audit:read', 'deploy:verify', 'metrics:read']);
export type Scope = z.infer<typeof Scope>;
