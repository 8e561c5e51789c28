import { staying } from '#lib/pairings/staying.svelte.ts';
import { inTurn } from './in-turn.ts';

/** How the forms of a quarter's board are answered, all of which change the one plan. */
export const inTermTurn = inTurn(staying);
