import { jobKind } from '#lib/jobs/queue.server.ts';

/** A campaign day begins. */
export const cleanupBegins = jobKind<{ cleanupId: string }>('cleanups.begins');

/** A closing can no more be taken back: hours that wait for a colleague are asked about. */
export const hoursWait = jobKind<{ cleanupId: string }>('cleanups.hours_wait');
