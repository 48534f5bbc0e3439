import { Column, Entity } from 'typeorm';
import { BaseEntity } from './base.entity.ts';

@Entity('digital_products')
export class DigitalProduct extends BaseEntity {
  @Column('varchar', { unique: true })
  slug!: string;

  @Column('varchar')
  title!: string;

  @Column('varchar')
  type!: string;

  @Column('decimal', { precision: 10, scale: 2 })
  price!: string;
}
