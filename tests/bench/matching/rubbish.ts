import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects what nobody holds any longer, so that it is not collected in the middle of a measurement. */
export const collect = runInNewContext('gc') as () => void;
