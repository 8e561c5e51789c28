import { hour } from '#lib/shared/time.ts';

/**
 * Where a request stands as staff see it: theirs to act on, volunteers are being asked, somebody comes, it is over.
 */
export const shelves = ['waiting', 'asked', 'arranged', 'ended'] as const;
export type Shelf = (typeof shelves)[number];

/** Finer reasons for which one waits. */
export const stages = ['new', 'answered', 'questioned', 'reopened', 'other_time'] as const;
export type Stage = (typeof stages)[number];

/** Without an answer for this long staff confirm a service by telephone, and the record says so. */
export const silence = 72 * hour;

/** Why staff open what belongs to a request or a task, as a code. */
export const handling = 'handling_request';
