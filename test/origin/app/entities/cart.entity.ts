import { Column, Entity } from 'typeorm';
import { BaseEntity } from './base.entity.ts';

@Entity('carts')
export class Cart extends BaseEntity {
  @Column('varchar')
  sessionId!: string;

  @Column('timestamptz')
  expiresAt!: Date;
}
