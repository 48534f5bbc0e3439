import { failure, requestIdOf } from '../shared/envelope.ts';

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    const requestId = requestIdOf(request);
    return failure('NOT_FOUND', `No such route: ${request.method} ${pathname}`, { requestId });
  },
} satisfies ExportedHandler<DeployVerifyEnv>;
