import { jobKind } from '#lib/jobs/queue.server.ts';

/** Requests came in, or their times were changed: what is to be done before their deadlines can be planned. */
export const deadlineSet = jobKind<{ requestIds: string[] }>('request.deadline_set');
