import { Body, Controller, HttpCode, Inject, Post, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { MetricsService } from '../metrics/metrics.service.ts';

@Controller('auth')
export class AuthController {
  readonly #jwt: JwtService;
  readonly #metrics: MetricsService;

  constructor(
    @Inject(JwtService) jwt: JwtService,
    @Inject(MetricsService) metrics: MetricsService,
  ) {
    this.#jwt = jwt;
    this.#metrics = metrics;
  }

  @Post('login')
  @HttpCode(200)
  async login(@Body() body: { email?: string; password?: string }): Promise<object> {
    if (body.password !== 'demo') throw new UnauthorizedException('Invalid credentials');
    this.#metrics.logins.inc();
    const email = String(body.email);
    const role = email.startsWith('admin') ? 'ADMIN' : 'USER';
    const accessToken = await this.#jwt.signAsync({ sub: email.split('@')[0], role });
    return { status: 'success', message: 'Logged in', data: { accessToken } };
  }
}
