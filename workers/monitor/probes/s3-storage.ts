import { AwsClient } from 'aws4fetch';
import * as z from 'zod';
import { HttpAddress } from './http-address.ts';
import type { ProbeResult } from './probe-result.ts';
import { defineProbe } from './probe.ts';

const Settings = z.object({
  S3_ENDPOINT: HttpAddress,
  S3_BUCKET: z.string(),
  S3_REGION: z.string().default('auto'),
  S3_ACCESS_KEY_ID: z.string(),
  S3_SECRET_ACCESS_KEY: z.string(),
});

export const s3Storage = defineProbe({
  serviceName: 's3-storage',
  displayName: 'File storage',
  target: 'third-party',
  addressedBy: ['S3_ENDPOINT'],
  degradedAboveMs: 2_000,
  settings: Settings,
  async run(settings, { signal }) {
    const client = new AwsClient({
      accessKeyId: settings.S3_ACCESS_KEY_ID,
      secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
      service: 's3',
      region: settings.S3_REGION,
      retries: 0,
    });
    const url = `${settings.S3_ENDPOINT.replace(/\/$/, '')}/${settings.S3_BUCKET}`;
    const { status } = await client.fetch(url, { method: 'HEAD', signal });
    const metadata = { bucket: settings.S3_BUCKET, region: settings.S3_REGION };
    const result = judge(status);
    return result.kind === 'unknown' ? result : { ...result, metadata };
  },
});

function judge(status: number): ProbeResult {
  if (status === 200) return { kind: 'up' };
  if (status === 429) return { kind: 'unknown', reason: 'throttled: status 429' };
  if (status === 401 || status === 403) {
    const remedy = 'check S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY and the rights of that key';
    return { kind: 'unknown', reason: `status ${status}: ${remedy}` };
  }
  // S3 answers 503 SlowDown when it throttles; a HEAD has no body that would say so.
  if (status === 503) return { kind: 'degraded', latencyMs: null, reason: 'status 503' };
  const remedy = status === 404 ? ': check S3_BUCKET' : '';
  return { kind: 'down', latencyMs: null, reason: `status ${status}${remedy}` };
}
