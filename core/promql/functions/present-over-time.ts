import { defineRange } from './define-range.ts';

export const presentOverTime = defineRange('present_over_time', () => 1);
