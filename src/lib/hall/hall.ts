/** How somebody came into the queue. */
export const arrivals = ['qr', 'code', 'clerk', 'phone'] as const;
export type Arrival = (typeof arrivals)[number];

/** A number of the queue from the door to the end. `left`: went away by himself. */
export const ticketStates = ['waiting', 'called', 'serving', 'served', 'no_show', 'left'] as const;
export type TicketState = (typeof ticketStates)[number];
