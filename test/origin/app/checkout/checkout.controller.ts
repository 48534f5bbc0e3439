import { BadRequestException, Body, Controller, Inject, Post } from '@nestjs/common';
import { OrdersService, type NewOrder } from './orders.service.ts';

@Controller('checkout')
export class CheckoutController {
  readonly #orders: OrdersService;

  constructor(@Inject(OrdersService) orders: OrdersService) {
    this.#orders = orders;
  }

  @Post('cart')
  async cart(@Body() body: { sessionId?: string }): Promise<object> {
    if (body.sessionId === undefined) throw new BadRequestException('sessionId is missing');
    const data = await this.#orders.addToCart(body.sessionId);
    return { status: 'success', message: 'Added', data };
  }

  @Post('complete')
  async complete(@Body() body: Partial<NewOrder>): Promise<object> {
    const { reference, email, total, currency = 'usd' } = body;
    if (reference === undefined || email === undefined || total === undefined) {
      throw new BadRequestException('reference, email or total is missing');
    }
    const data = await this.#orders.complete({ reference, email, total, currency });
    return { status: 'success', message: 'Completed', data };
  }
}
