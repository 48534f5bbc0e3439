import { Inject, Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { KtMetrics } from '../../../../packages/nest/src/metrics/index.ts';
import { connectMail } from './connect-mail.ts';

@Injectable()
export class EmailService {
  readonly #config: ConfigService;
  readonly #kt: KtMetrics;

  constructor(@Inject(ConfigService) config: ConfigService, @Inject(KtMetrics) kt: KtMetrics) {
    this.#config = config;
    this.#kt = kt;
  }

  /** Gives whether it was taken; an order does not fail for a mail. */
  async send(to: string, template: string): Promise<boolean> {
    const message = { from: 'shop@ktblog.test', to, subject: template, text: template };
    const isSent = await connectMail(this.#config)
      .sendMail(message)
      .then(
        () => true,
        () => false,
      );
    this.#kt.recordEmailSent(template, isSent ? 'success' : 'error');
    return isSent;
  }
}
