import { runCron } from './jobs/run-cron.ts';

export { MonitorRpc } from './rpc.ts';

export default {
  async scheduled(controller, env) {
    await runCron(env, controller.scheduledTime, {
      now: () => Date.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      newRun: () => crypto.randomUUID(),
    });
  },
} satisfies ExportedHandler<MonitorEnv>;
