import {
  Inject,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Request } from 'express';

@Injectable()
export class JwtAuthGuard implements CanActivate {
  readonly #jwt: JwtService;

  constructor(@Inject(JwtService) jwt: JwtService) {
    this.#jwt = jwt;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const token = request.header('authorization')?.replace(/^Bearer /, '') ?? '';
    const user: unknown = await this.#jwt.verifyAsync(token).catch(() => null);
    if (user === null) throw new UnauthorizedException();
    Object.assign(request, { user });
    return true;
  }
}
