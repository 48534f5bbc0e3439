import { definePick } from './define-pick.ts';

export const bottomk = definePick('bottomk', 1);
