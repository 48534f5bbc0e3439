import { Inject } from '@nestjs/common';
import {
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
} from '@nestjs/websockets';
import { KtMetrics } from '../../../../packages/nest/src/metrics/index.ts';

@WebSocketGateway()
export class EventsGateway implements OnGatewayConnection, OnGatewayDisconnect {
  readonly #kt: KtMetrics;

  constructor(@Inject(KtMetrics) kt: KtMetrics) {
    this.#kt = kt;
  }

  handleConnection(): void {
    this.#kt.recordWebSocketConnection();
  }

  handleDisconnect(): void {
    this.#kt.recordWebSocketDisconnection();
  }

  @SubscribeMessage('ping')
  ping(): object {
    return { event: 'pong', data: 'here' };
  }
}
