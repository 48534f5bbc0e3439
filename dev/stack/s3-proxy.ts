import { request as httpRequest } from 'node:http';
import { serve, type Answer, type Server } from './serve.ts';

/**
 * Stands before the S3 endpoint of the session's own bucket, so that it can be made to fail. Requests pass unchanged,
 * the Host they were signed for included.
 */
export function startS3Proxy(targetPort: number): Promise<Server> {
  return serve({
    name: 'the S3 endpoint',
    handler: ({ method = 'GET', url = '/', headers }, body) =>
      new Promise<Answer>((resolve, reject) => {
        const options = { host: '127.0.0.1', port: targetPort, method, path: url, headers };
        const forwarded = httpRequest(options, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () =>
            resolve({ status: response.statusCode ?? 502, body: Buffer.concat(chunks) }),
          );
        });
        forwarded.once('error', reject);
        forwarded.end(body);
      }),
  });
}
