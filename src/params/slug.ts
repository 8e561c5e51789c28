import type { ParamMatcher } from '@sveltejs/kit';

const own = new Set(['sign-in', 'sign-out', 'preferences', 'offline', 'livez', 'readyz', 'start']);

/** A community's part of an address: lower-case letters, digits and hyphens, and no page of the app itself. */
export const match: ParamMatcher = (param) => /^[a-z][a-z0-9-]{1,40}$/.test(param) && !own.has(param);
