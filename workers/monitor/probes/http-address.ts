import * as z from 'zod';

/** An address that can be asked: http or https, and no user or password in it, which would end up in logs. */
export const HttpAddress = z
  .url({ protocol: /^https?$/, error: 'it must be a whole address, https://…' })
  .refine(
    (address) => (URL.parse(address)?.username ?? '') === '',
    'it must not hold a user or password',
  );
