import type { Probe } from './probe.ts';
import { THIRD_PARTY } from './third-party.ts';

type S3Options = {
  bucket: string;
  region: string;
  /** The host's own client: `(abortSignal) => s3.send(new HeadBucketCommand({ Bucket }), { abortSignal })`. */
  head: (signal: AbortSignal) => Promise<unknown>;
};

/** The bucket, by asking whether it is there. */
export function s3Probe({ bucket, region, head }: S3Options): Probe {
  return {
    name: 's3-storage',
    ...THIRD_PARTY,
    async check(signal) {
      await head(signal);
      return { bucket, region };
    },
  };
}
