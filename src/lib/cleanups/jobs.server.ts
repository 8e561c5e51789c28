import { jobKind } from '#lib/jobs/queue.server.ts';

/** A campaign day begins. */
export const cleanupBegins = jobKind<{ cleanupId: string }>('cleanups.begins');
