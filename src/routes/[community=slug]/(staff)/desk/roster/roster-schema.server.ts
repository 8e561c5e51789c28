import { isRosterDay } from '#lib/hours/week.ts';
import { z } from '#lib/web/schema.server.ts';

/** A local day of our time. */
export const rosterDay = () => z.string().refine(isRosterDay);
