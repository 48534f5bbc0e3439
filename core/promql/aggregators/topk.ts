import { definePick } from './define-pick.ts';

export const topk = definePick('topk', -1);
