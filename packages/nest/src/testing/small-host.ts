// A small host: a route of each kind that is counted or reported in a way of its own.
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  BadRequestException,
  Body,
  Controller,
  ForbiddenException,
  Get,
  Header,
  HttpException,
  Inject,
  NotFoundException,
  Param,
  Post,
  Res,
  ServiceUnavailableException,
  Sse,
  StreamableFile,
  UseGuards,
  type CanActivate,
} from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { interval, map, take, type Observable } from 'rxjs';

export const HOST_REGISTRY = Symbol('registry');

export class Refuse implements CanActivate {
  canActivate(): boolean {
    throw new ForbiddenException();
  }
}

/** As TypeORM's, with what it was asked. */
class QueryFailedError extends Error {
  override name = 'QueryFailedError';
  readonly code = '23505';
  readonly parameters: readonly string[];

  constructor(message: string, parameters: readonly string[]) {
    super(message);
    this.parameters = parameters;
  }
}

@Controller('things')
export class ThingsController {
  @Get('guarded')
  @UseGuards(Refuse)
  guarded(): object {
    return {};
  }

  @Get('slow')
  async slow(): Promise<object> {
    await wait(400);
    return {};
  }

  @Sse('events')
  events(): Observable<object> {
    return interval(10).pipe(
      take(3),
      map((count) => ({ data: { count } })),
    );
  }

  @Get('file')
  @Header('content-type', 'text/plain')
  file(): StreamableFile {
    return new StreamableFile(Readable.from(chunks()));
  }

  @Get('raw')
  raw(@Res() response: ServerResponse): void {
    response.setHeader('content-type', 'text/plain');
    Readable.from(chunks()).pipe(response);
  }

  @Get('wild/*rest')
  wild(): object {
    return {};
  }

  @Post()
  create(@Body() body: { password?: string; fail?: boolean }): object {
    if (body.fail) throw new QueryFailedError('duplicate key', [String(body.password)]);
    return { id: 1 };
  }

  @Get('boom/:kind')
  boom(@Param('kind') kind: string): never {
    if (kind === 'bad') throw new BadRequestException('bad');
    if (kind === 'teapot') throw new HttpException('teapot', 418);
    if (kind === 'away') throw new ServiceUnavailableException('away');
    if (kind === 'text') throw 'a text and no error';
    throw new Error('boom');
  }

  @Get(':id')
  one(@Param('id') id: string): object {
    if (id === 'none') throw new NotFoundException();
    return { id };
  }
}

@Controller('metrics')
export class MetricsController {
  readonly #registry: Registry;

  constructor(@Inject(HOST_REGISTRY) registry: Registry) {
    this.#registry = registry;
  }

  @Get()
  @Header('content-type', 'text/plain')
  read(): Promise<string> {
    return this.#registry.metrics();
  }
}

@Controller('health')
export class HealthController {
  @Get('ready')
  ready(): never {
    throw new ServiceUnavailableException('the database is away');
  }
}

async function* chunks() {
  for (const chunk of ['one', 'two', 'three']) {
    await wait(20);
    yield chunk;
  }
}
