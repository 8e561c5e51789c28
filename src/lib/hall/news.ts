import type { TicketState } from './hall.ts';

/** A number that is called to a desk, or is there. */
export interface Call {
	number: number;
	deskId: string;
	/** True once he is at the desk, and when he has left it again. */
	serving: boolean;
	over: boolean;
	/** ISO instant of the call. */
	at: string;
	/** How often the number was called. */
	calls: number;
}

/** What everybody in a hall may see: numbers and desks, and nothing of a person. */
export interface HallNews {
	/** At the desks now and before, the newest first. */
	calls: Call[];
	/** How many wait, and the next numbers. */
	waiting: number;
	next: number[];
}

/** What somebody sees of his own number. */
export interface TicketNews {
	status: TicketState;
	/** Its day was over before it was called. */
	notReached: boolean;
	number: number;
	/** How many are called before him; null when no desk takes him today, or he does not wait. */
	ahead: number | null;
	/** Minutes until he is called, as they are told. */
	minutes: number | null;
	deskId: string | null;
	calls: number;
}
