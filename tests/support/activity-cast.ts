import { eq } from 'drizzle-orm';
import type { Actor } from '#lib/accounts/people.ts';
import { datesAhead, type OccurrenceRow } from '#lib/activities/queries.server.ts';
import { planActivity } from '#lib/activities/plan.server.ts';
import { publishActivity } from '#lib/activities/publish.server.ts';
import type { SaidActivity } from '#lib/activities/said.ts';
import { signUps } from '#lib/activities/tables.server.ts';
import { instantAt, type Day } from '#lib/shared/time.ts';
import { smallWorld, zone, type SmallWorld } from './small-world.ts';

/** Monday. */
export const monday = '2026-11-23';
export const here = { now: instantAt(monday, '08:00', zone), zone };
export const at = (clock: string, day: Day = monday) => ({ now: instantAt(day, clock, zone), zone });

/** Every Tuesday afternoon from tomorrow on, as somebody plans it. */
export const opera: SaidActivity = {
	groupId: null,
	kind: 'meeting',
	theme: 'culture',
	name: '戏曲演唱',
	nameEn: 'Opera singing',
	words: '一起唱',
	wordsEn: 'Sing together',
	venueId: null,
	place: '小广场',
	placeEn: 'The little square',
	firstDay: '2026-11-24',
	startMinute: 14 * 60,
	minutes: 120,
	rule: 'FREQ=WEEKLY;BYDAY=TU',
	signUp: 'either',
	seats: 2,
	minimum: 0,
	companions: 1,
	opensAt: null,
	closesMinutes: 0,
	youngest: null,
	oldest: null,
	residentsOnly: false,
	risk: null,
	riskEn: '',
	dangerous: false,
	insurance: null
};

/** A community with somebody who plans. */
export interface Stage {
	world: SmallWorld;
	staff: Actor;
	/** Plans and publishes an activity. */
	publish(change?: Partial<SaidActivity>): Promise<string>;
	dates(activityId: string, now?: Date): Promise<OccurrenceRow[]>;
	/** State of a sign-up. */
	state(signUpId: string): Promise<string>;
}

export async function stage(slug?: string, now = here.now): Promise<Stage> {
	const world = await smallWorld(now, slug);
	const staff = await world.person('李干事', { roles: ['staff'] });
	return {
		world,
		staff,
		publish: (change = {}) =>
			world.run(async (scope) => {
				const id = await planActivity(scope, staff, { ...opera, ...change }, { now, zone });
				await publishActivity(scope, staff, { id, version: 1 }, { now, zone });
				return id;
			}),
		dates: (activityId, when = now) => world.run((scope) => datesAhead(scope, activityId, when)),
		state: (signUpId) =>
			world.run(async ({ tx }) => {
				const [row] = await tx.select().from(signUps).where(eq(signUps.id, signUpId));
				return row!.status;
			})
	};
}
