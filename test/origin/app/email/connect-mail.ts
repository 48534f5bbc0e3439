import type { ConfigService } from '@nestjs/config';
import { createTransport, type Transporter } from 'nodemailer';

export function connectMail(config: ConfigService): Transporter {
  const port = Number(config.getOrThrow<string>('SMTP_PORT'));
  return createTransport({ host: '127.0.0.1', port, ignoreTLS: true, connectionTimeout: 1_500 });
}
