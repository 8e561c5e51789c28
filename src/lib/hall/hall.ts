import type { Transitions } from '../shared/states.ts';

/** How somebody came into the queue. */
export const arrivals = ['qr', 'code', 'clerk', 'phone'] as const;
export type Arrival = (typeof arrivals)[number];

/** A number of the queue from the door to the end. `left`: went away by himself. */
export const ticketStates = ['waiting', 'called', 'serving', 'served', 'no_show', 'left'] as const;
export type TicketState = (typeof ticketStates)[number];

/**
 * A call may be repeated, a transfer goes back to waiting, and who was not there is called again when he comes. What was
 * left open in the evening is closed from wherever it stands.
 */
export const ticketTransitions: Transitions<TicketState> = {
	waiting: ['called', 'left', 'served'],
	called: ['called', 'serving', 'no_show', 'waiting', 'left', 'served'],
	serving: ['served', 'waiting', 'left'],
	served: [],
	no_show: ['called'],
	left: []
};

/** Why a number ended without anybody doing it: its day was over, and it had not been served. */
export const ticketReasons = ['not_reached'] as const;

/** How a visit ended that nobody closed in time: he was served, or went away without. */
export const endings = ['served', 'cancelled'] as const;
export type Ending = (typeof endings)[number];

/** States in which a number keeps a desk busy. */
export const atDeskStates = ['called', 'serving'] as const satisfies readonly TicketState[];

/** States in which somebody is in the hall. */
export const presentStates = ['waiting', ...atDeskStates] as const satisfies readonly TicketState[];
