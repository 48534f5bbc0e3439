import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';

@Injectable()
export class AdminGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return Object(context.switchToHttp().getRequest()).user?.role === 'ADMIN';
  }
}
