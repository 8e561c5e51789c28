import { env } from '../shared/env.server.ts';

let offset = 0;

/** The application's now. Rules and writes get it passed in; SQL's clock decides nothing. */
export function appNow(): Date {
	return new Date(Date.now() + offset);
}

/** Moves the clock to TEST_NOW. Only a demo database may be moved, so the caller says whether this is one. */
export function setClock(isDemo: boolean): void {
	const wanted = isDemo ? env.testNow : undefined;
	offset = wanted ? new Date(wanted).getTime() - Date.now() : 0;
}
