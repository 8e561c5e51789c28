import { jobKind } from '#lib/jobs/queue.server.ts';

/** A date has ended: thanks those who came, and writes its series on. */
export const dateOver = jobKind<{ occurrenceId: string }>('activities.date_over');
/** Writes the dates of a series on. */
export const seriesGoesOn = jobKind<{ activityId: string }>('activities.series_goes_on');
/** Looks whether a seat that was offered was taken in time. */
export const seatLapses = jobKind<{ signUpId: string }>('activities.seat_lapses');
