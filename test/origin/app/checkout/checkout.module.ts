import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cart } from '../entities/cart.entity.ts';
import { Order } from '../entities/order.entity.ts';
import { CheckoutController } from './checkout.controller.ts';
import { OrdersService } from './orders.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([Order, Cart])],
  controllers: [CheckoutController],
  providers: [OrdersService],
})
export class CheckoutModule {}
