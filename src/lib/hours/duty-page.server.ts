import type { Actor } from '#lib/accounts/people.ts';
import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { staffIds } from '#lib/accounts/role-queries.server.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { desksOf, stationsOf } from '#lib/places/station-queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { dayOf, type Day } from '#lib/shared/time.ts';
import { sayDay, type Here } from '#lib/ui/dates.ts';
import type { Option, TimelineEvent } from '#lib/ui/ui.ts';
import * as query from './roster-queries.server.ts';
import type { DutyState } from './roster.ts';
import { openSwapsOf } from './swap-queries.server.ts';
import { hoursOf } from './week.ts';
import { eventWords, named, reasonName, sayHours } from './words.ts';

/** A duty with all that can be done about it. */
export interface DutyPage {
	id: string;
	seen: string;
	name: string;
	shift: string | null;
	when: string;
	day: Day;
	deskId: string | null;
	desk: string;
	status: DutyState;
	reason: string | null;
	over: boolean;
	mine: boolean;
	/** Somebody is asked to take it already. */
	asked: string | null;
	desks: Option[];
	/** Colleagues, and what each could give in return. */
	colleagues: Option[];
	returns: Option[];
	timeline: TimelineEvent[];
}

/** @throws AppError `not_found` */
export async function dutyPage(scope: Scope, actor: Actor, id: string, here: Here): Promise<DutyPage> {
	const [duty] = await query.dutiesByIds(scope, [id]);
	if (!duty) throw new AppError('not_found');
	const desks = await deskChoices(scope);
	const mine = duty.staffId === actor.personId;
	const colleagues = await colleaguesOf(scope, actor);
	const swap = (await openSwapsOf(scope, actor.personId)).find(({ dutyId }) => dutyId === id);
	return {
		id,
		seen: duty.changedAt.toISOString(),
		name: duty.name,
		shift: duty.pattern && named({ name: duty.pattern, nameEn: duty.patternEn }),
		when: whenWords(duty, here),
		day: duty.day,
		deskId: duty.deskId,
		desk: desks.find(({ value }) => value === (duty.deskId ?? ''))?.label ?? '',
		status: duty.status,
		reason: duty.reason && reasonName(duty.reason),
		over: duty.during.end <= here.now,
		mine,
		asked: swap ? (colleagues.find(({ value }) => value === swap.askedOf)?.label ?? '') : null,
		desks,
		colleagues,
		returns: mine ? await returnChoices(scope, actor, colleagues, here) : [],
		timeline: await dutyTimeline(scope, id)
	};
}

/** 今天 8:00–12:00. */
export function whenWords({ day, during }: query.DutyRow, { now, zone }: Here): string {
	return m.hours_when({ day: sayDay(day, dayOf(now, zone)), hours: sayHours(hoursOf(during, zone)) });
}

/** The desks that are staffed, and the round of home visits. */
export async function deskChoices(scope: Scope): Promise<Option[]> {
	const stations = await stationsOf(scope);
	const nameOf = new Map(stations.map((one) => [one.id, named(one)]));
	const several = stations.length > 1;
	const open = (await desksOf(scope)).filter(({ closed }) => !closed);
	return [
		...open.map((desk) => ({
			value: desk.id,
			label: several
				? m.hours_desk_of({ station: nameOf.get(desk.stationId) ?? '', desk: named(desk) })
				: named(desk)
		})),
		{ value: '', label: m.hours_round() }
	];
}

/** Everybody who works here, by name; without the actor where one is given. */
export async function colleaguesOf(scope: Scope, except?: Actor): Promise<Option[]> {
	const ids = (await staffIds(scope)).filter((id) => id !== except?.personId);
	return (await peopleByIds(scope, ids))
		.map(({ id, name }) => ({ value: id, label: name }))
		.sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
}

async function returnChoices(
	scope: Scope,
	actor: Actor,
	colleagues: readonly Option[],
	here: Here
): Promise<Option[]> {
	const names = new Set(colleagues.map(({ value }) => value));
	const ahead = await query.publishedFrom(scope, here.now);
	return ahead
		.filter(({ staffId }) => staffId !== actor.personId && names.has(staffId))
		.map((duty) => ({
			value: duty.id,
			label: m.hours_return({ name: duty.name, when: whenWords(duty, here) })
		}));
}

async function dutyTimeline(scope: Scope, id: string): Promise<TimelineEvent[]> {
	const events = await eventsOf(scope, 'duty', id);
	const people = await peopleByIds(scope, [...new Set(events.flatMap(({ actorId }) => actorId ?? []))]);
	const names = new Map(people.map(({ id: person, name }) => [person, name]));
	return events.flatMap(({ id: event, kind, at, actorId }) => {
		const text = eventWords(kind);
		return text ? [{ id: event, text, at, actor: names.get(actorId ?? '') }] : [];
	});
}
