import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DigitalProduct } from '../entities/digital-product.entity.ts';
import { ProductsController } from './products.controller.ts';
import { ProductsService } from './products.service.ts';

@Module({
  imports: [TypeOrmModule.forFeature([DigitalProduct])],
  controllers: [ProductsController],
  providers: [ProductsService],
})
export class ProductsModule {}
