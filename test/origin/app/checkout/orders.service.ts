import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, type Repository } from 'typeorm';
import { KtMetrics } from '../../../../packages/nest/src/metrics/index.ts';
import { EmailService } from '../email/email.service.ts';
import { Cart } from '../entities/cart.entity.ts';
import { Order } from '../entities/order.entity.ts';

const HOUR_MS = 3_600_000;

export type NewOrder = { reference: string; email: string; total: number; currency: string };

@Injectable()
export class OrdersService {
  readonly #orders: Repository<Order>;
  readonly #carts: Repository<Cart>;
  readonly #email: EmailService;
  readonly #kt: KtMetrics;

  // oxlint-disable-next-line max-params -- what Nest injects
  constructor(
    @InjectRepository(Order) orders: Repository<Order>,
    @InjectRepository(Cart) carts: Repository<Cart>,
    @Inject(EmailService) email: EmailService,
    @Inject(KtMetrics) kt: KtMetrics,
  ) {
    this.#orders = orders;
    this.#carts = carts;
    this.#email = email;
    this.#kt = kt;
  }

  async complete({ reference, email, total, currency }: NewOrder): Promise<object> {
    await this.#orders.insert({ reference, email, total: total.toFixed(2), currency });
    this.#kt.recordOrder(total, currency);
    await this.#email.send(email, 'order-confirmation');
    return { reference };
  }

  async addToCart(sessionId: string): Promise<object> {
    const expiresAt = new Date(Date.now() + HOUR_MS);
    await this.#carts.insert({ sessionId, expiresAt });
    return { sessionId };
  }

  @Interval(10_000)
  async countCarts(): Promise<void> {
    const count = await this.#carts
      .count({ where: { expiresAt: MoreThan(new Date()) } })
      .catch(() => null);
    if (count !== null) this.#kt.setActiveCartCount(count);
  }
}
