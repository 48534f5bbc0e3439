import { json, serve, type Server } from '../../../dev/stack/serve.ts';

export type ThirdParties = Server & { setDown: (services: readonly string[]) => void };

/** What the origin sees of Stripe and of its bucket, at one address. */
export async function startThirdParties(): Promise<ThirdParties> {
  let down: readonly string[] = [];
  const server = await serve({
    name: 'third parties',
    async handler(request) {
      const service = request.method === 'HEAD' ? 's3-storage' : 'stripe-api';
      if (down.includes(service)) return json(503, { error: { type: 'api_error' } });
      return json(200, { object: 'balance', livemode: false }, { 'stripe-version': '2025-01-01' });
    },
  });
  return { ...server, setDown: (services) => void (down = services) };
}
