/** A venue's time from the booking to its end; what was `cancelled` takes no room any more. */
export const venueBookingStates = ['booked', 'cancelled'] as const;
export type VenueBookingState = (typeof venueBookingStates)[number];

/** Minutes from one possible beginning to the next, as the clock on the wall counts. */
export const stepMinutes = 30;

/** Minutes that a resident may take at a time. */
export const lengths = [30, 60, 90, 120, 180, 240] as const;
export const usualLength = 60;

/** Days ahead up to which residents may book. */
export const daysAhead = 60;
