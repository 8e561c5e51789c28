import type { ParamMatcher } from '@sveltejs/kit';
import { isId } from '#lib/shared/ids.ts';

/** Ids in addresses are UUIDs; anything else is no page. */
export const match: ParamMatcher = isId;
