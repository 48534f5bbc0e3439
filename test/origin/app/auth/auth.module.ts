import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AuthController } from './auth.controller.ts';

const jwt = {
  global: true,
  secret: 'for-the-stand-in-only',
  signOptions: { expiresIn: '1h' },
} as const;

@Module({ imports: [JwtModule.register(jwt)], controllers: [AuthController] })
export class AuthModule {}
