import type { Probe } from './probe.ts';
import { THIRD_PARTY } from './third-party.ts';

type Transport = { verify: () => Promise<unknown>; close: () => void };

type SmtpOptions = {
  host: string;
  port: number;
  /** A transport for this check alone: `() => createTransport({ host, port, … })` of nodemailer. */
  createTransport: () => Transport;
};

/** The mail server, by logging in and out. */
export function smtpProbe({ host, port, createTransport }: SmtpOptions): Probe {
  return {
    name: 'smtp-email',
    ...THIRD_PARTY,
    async check(signal) {
      const transport = createTransport();
      signal.addEventListener('abort', () => transport.close());
      await transport.verify().finally(() => transport.close());
      return { host, port };
    },
  };
}
