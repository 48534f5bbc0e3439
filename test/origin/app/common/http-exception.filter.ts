import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';

@Catch(HttpException)
export class HttpExceptionFilter implements ExceptionFilter {
  catch(exception: HttpException, host: ArgumentsHost): void {
    const status = exception.getStatus();
    const response = host.switchToHttp().getResponse<Response>();
    const details = Object(exception.getResponse());
    const isHealth = 'details' in details;
    response
      .status(status)
      .json(isHealth ? details : { status: 'error', message: exception.message, data: null });
  }
}
