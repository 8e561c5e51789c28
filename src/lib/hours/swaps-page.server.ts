import type { Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { desksOf } from '#lib/places/station-queries.server.ts';
import type { Here } from '#lib/ui/dates.ts';
import { whenWords } from './duty-page.server.ts';
import * as query from './roster-queries.server.ts';
import { openSwapsOf } from './swap-queries.server.ts';
import { named } from './words.ts';

/** A question between two colleagues. */
export interface SwapLine {
	id: string;
	/** Who asked, or who was asked. */
	name: string;
	/** The duty that goes over. */
	duty: string;
	/** The one that is given in return. */
	inReturn: string | null;
}

/** What a colleague has asked and been asked, and the duties that lie ahead for him. */
export interface SwapsPage {
	asked: SwapLine[];
	mine: SwapLine[];
	ahead: { id: string; words: string }[];
}

export async function swapsPage(scope: Scope, actor: Actor, here: Here): Promise<SwapsPage> {
	const open = await openSwapsOf(scope, actor.personId);
	const ids = open.flatMap(({ dutyId, forDutyId }) => (forDutyId ? [dutyId, forDutyId] : [dutyId]));
	const duties = new Map((await query.dutiesByIds(scope, ids)).map((duty) => [duty.id, duty]));
	const people = await peopleByIds(scope, [
		...new Set(open.flatMap(({ askedBy, askedOf }) => [askedBy, askedOf]))
	]);
	const names = new Map(people.map(({ id, name }) => [id, name]));
	const desks = new Map((await desksOf(scope)).map((desk) => [desk.id, named(desk)]));
	const words = (duty: query.DutyLine | undefined) => {
		if (!duty) return '';
		const desk = desks.get(duty.deskId ?? '') ?? m.hours_round();
		const shift = duty.pattern ? named({ name: duty.pattern, nameEn: duty.patternEn }) : '';
		return m.hours_duty_line({ when: whenWords(duty, here), desk, shift }).trim();
	};
	const line = ({ id, dutyId, forDutyId, askedBy, askedOf }: (typeof open)[number]): SwapLine => ({
		id,
		name: names.get(askedBy === actor.personId ? askedOf : askedBy) ?? '',
		duty: words(duties.get(dutyId)),
		inReturn: forDutyId && words(duties.get(forDutyId))
	});
	const ahead = (await query.publishedFrom(scope, here.now)).filter(
		({ staffId }) => staffId === actor.personId
	);
	return {
		asked: open.filter(({ askedOf }) => askedOf === actor.personId).map(line),
		mine: open.filter(({ askedBy }) => askedBy === actor.personId).map(line),
		ahead: ahead.slice(0, mostAhead).map((duty) => ({ id: duty.id, words: words(duty) }))
	};
}

const mostAhead = 20;
