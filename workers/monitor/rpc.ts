import { WorkerEntrypoint } from 'cloudflare:workers';
import type { BannerRequest } from '../../core/incidents/banner-request.ts';
import { explainSeries } from '../../core/incidents/explain-series.ts';
import { askPrometheus, type Answered, type Question } from './ask-prometheus.ts';
import { recount } from './recount.ts';
import { republish, type Republished } from './republish.ts';
import { setBanner } from './set-banner.ts';

/** What the edge may ask of the monitor: only this Worker writes what is published. */
export class MonitorRpc extends WorkerEntrypoint<MonitorEnv> {
  /** After a write that visitors must see: publishes what stands in the database now. */
  publish(): Promise<Republished> {
    return republish(this.env, Date.now());
  }

  /** After a correction: counts and publishes the uptime anew. */
  publishUptime(): Promise<void> {
    return recount(this.env, Date.now());
  }

  /** What is wrong with a rule of recurring work; null: nothing. */
  checkSeries(series: unknown): string | null {
    return explainSeries(series);
  }

  /** Sets, replaces or, with null, takes away the word above everything else; it needs no database. */
  setBanner(banner: BannerRequest | null, by: string): Promise<Republished> {
    return setBanner(this.env, { banner, by }, Date.now());
  }

  /** Answers what was asked of Prometheus' HTTP API, over the hour of metrics. */
  askPrometheus(question: Question): Promise<Answered> {
    return askPrometheus(this.env, question, Date.now());
  }
}
