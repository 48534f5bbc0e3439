import { brokenText } from './corpus-broken.ts';
import { goodText } from './corpus-good.ts';

/** An answer to a scrape, and whether it is an exposition. */
export type CorpusFile = {
  name: string;
  text: string;
  isGood: boolean;
  /** Of a bad one: the line that is wrong and, in part, what is said of it. */
  line?: number;
  reason?: string;
  /** Why Prometheus' own tool says otherwise, where it does. */
  promtoolDiffers?: string;
};

/** Good and bad answers, each of them something that an origin or what stands before it has been seen to send. */
export const corpus: readonly CorpusFile[] = [...goodText, ...brokenText];
