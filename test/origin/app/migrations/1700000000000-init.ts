import type { MigrationInterface, QueryRunner } from 'typeorm';

const BASE = `"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(), "createdAt" timestamp NOT NULL DEFAULT now(),
  "updatedAt" timestamp NOT NULL DEFAULT now(), "deletedAt" timestamp`;

export class Init1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "digital_products" (${BASE}, "slug" varchar NOT NULL UNIQUE,
      "title" varchar NOT NULL, "type" varchar NOT NULL, "price" decimal(10,2) NOT NULL)`);
    await runner.query(
      `CREATE TABLE "carts" (${BASE}, "sessionId" varchar NOT NULL, "expiresAt" timestamptz NOT NULL)`,
    );
    await runner.query(`CREATE TABLE "orders" (${BASE}, "reference" varchar NOT NULL UNIQUE,
      "email" varchar NOT NULL, "total" decimal(10,2) NOT NULL, "currency" varchar NOT NULL)`);
    await runner.query(`INSERT INTO "digital_products" ("slug", "title", "type", "price") VALUES
      ('budget-planner', 'Budget Planner', 'template', 9), ('gantt-chart', 'Gantt Chart', 'template', 14),
      ('excel-from-zero', 'Excel from Zero', 'course', 49), ('pivot-tables', 'Pivot Tables', 'ebook', 19)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "orders"; DROP TABLE "carts"; DROP TABLE "digital_products"');
  }
}
