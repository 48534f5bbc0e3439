import { Inject, Injectable, Logger } from '@nestjs/common';
import { KtMetrics } from './metrics/index.ts';
import { SETTINGS, type Settings } from './settings.ts';

/** Watches the watcher: whoever alerts on these metrics is blind while nobody reads them. */
@Injectable()
export class ScrapeWatch {
  readonly #metrics: KtMetrics;
  readonly #alarmMs: number;
  readonly #logger = new Logger('ScrapeWatch');
  #lastMs = Date.now();
  #isAlarmed = false;

  constructor(@Inject(KtMetrics) metrics: KtMetrics, @Inject(SETTINGS) settings: Settings) {
    this.#metrics = metrics;
    this.#alarmMs = settings.scrapeAlarmMs;
  }

  /** Somebody is about to read the metrics. */
  recordScrape(): void {
    this.#tellAge();
    if (this.#isAlarmed) this.#logger.log('Metrics are read again');
    this.#isAlarmed = false;
    this.#lastMs = Date.now();
  }

  /** Brings the gauge up to date and says once when the silence has lasted too long. */
  check(): void {
    const silentMs = this.#tellAge();
    if (this.#alarmMs === 0 || silentMs < this.#alarmMs || this.#isAlarmed) return;
    this.#isAlarmed = true;
    const minutes = Math.round(silentMs / 60_000);
    this.#logger.warn(
      `Nobody has read the metrics for ${minutes} minutes: alerts on them are blind`,
    );
  }

  #tellAge(): number {
    const ageMs = Date.now() - this.#lastMs;
    this.#metrics.health.scrapeAge.set(Math.round(ageMs / 1000));
    return ageMs;
  }
}
