// The entry '@pharos/nest/instrument': the first import of main.ts, before what Sentry has to patch is loaded.
import { startSentry } from './sentry/start-sentry.ts';

startSentry(process.env);
