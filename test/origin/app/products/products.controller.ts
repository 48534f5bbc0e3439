import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  Controller,
  Get,
  Inject,
  Param,
  ParseUUIDPipe,
  Query,
  Sse,
  StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { interval, map, take, type Observable } from 'rxjs';
import { JwtAuthGuard } from '../auth/jwt-auth.guard.ts';
import { AdminGuard } from '../auth/roles.guard.ts';
import { ProductsService } from './products.service.ts';

const SLOW_MS = 300;

@Controller('digital-products')
export class ProductsController {
  readonly #products: ProductsService;

  constructor(@Inject(ProductsService) products: ProductsService) {
    this.#products = products;
  }

  @Get()
  async list(@Query('limit') limit = '20'): Promise<object> {
    const data = await this.#products.list(Math.min(100, Math.max(1, Number(limit) || 20)));
    return { status: 'success', message: 'Products retrieved', data };
  }

  @Get('ping')
  ping(): object {
    return { status: 'success', message: 'pong', data: [] };
  }

  @Get('slow')
  async slow(): Promise<object> {
    await wait(SLOW_MS);
    return { status: 'success', message: 'at last', data: [] };
  }

  @Sse('stream/live')
  live(): Observable<object> {
    return interval(10).pipe(
      take(3),
      map((count) => ({ data: { count } })),
    );
  }

  @Get('stream/download')
  download(): StreamableFile {
    return new StreamableFile(Readable.from(chunks()));
  }

  @Get('admin/stats')
  @UseGuards(JwtAuthGuard, AdminGuard)
  stats(): object {
    return { status: 'success', message: 'Statistics', data: { products: 4 } };
  }

  @Get('by-id/:id')
  byId(@Param('id', ParseUUIDPipe) id: string): object {
    return { status: 'success', message: 'Product retrieved', data: { id } };
  }

  @Get(':slug')
  async one(@Param('slug') slug: string): Promise<object> {
    const data = await this.#products.find(slug);
    return { status: 'success', message: 'Product retrieved', data };
  }
}

async function* chunks() {
  for (let count = 0; count < 3; count += 1) {
    await wait(5);
    yield Buffer.alloc(512, 'a');
  }
}
