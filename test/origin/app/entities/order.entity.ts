import { Column, Entity } from 'typeorm';
import { BaseEntity } from './base.entity.ts';

@Entity('orders')
export class Order extends BaseEntity {
  @Column('varchar', { unique: true })
  reference!: string;

  @Column('varchar')
  email!: string;

  @Column('decimal', { precision: 10, scale: 2 })
  total!: string;

  @Column('varchar')
  currency!: string;
}
