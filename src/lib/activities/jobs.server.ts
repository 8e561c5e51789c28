import { jobKind } from '#lib/jobs/queue.server.ts';
import type { Day } from '#lib/shared/time.ts';

/** A date has ended: thanks those who came, and writes its series on. */
export const dateOver = jobKind<{ occurrenceId: string }>('activities.date_over');
/** Writes the dates of a series on. */
export const seriesGoesOn = jobKind<{ activityId: string }>('activities.series_goes_on');
/** Looks whether a seat that was offered was taken in time. */
export const seatLapses = jobKind<{ signUpId: string }>('activities.seat_lapses');
/** Reminds those who come to something on a day. */
export const dayNears = jobKind<{ day: Day }>('activities.day_nears');
