/** A venue's time from the booking to its end; what was `cancelled` takes no room any more. */
export const venueBookingStates = ['booked', 'cancelled'] as const;
export type VenueBookingState = (typeof venueBookingStates)[number];
