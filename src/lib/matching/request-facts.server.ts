import { avoidedByEach } from '#lib/accounts/avoidance-queries.server.ts';
import { consentingAmong } from '#lib/accounts/consent-queries.server.ts';
import { homesByIds, type HomeRow } from '#lib/accounts/household-queries.server.ts';
import { peopleByIds, type PersonRow } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { buildingsByIds, type BuildingRow } from '#lib/places/queries.server.ts';
import { windowsOf, type RequestRow } from '#lib/requests/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import type { Span } from '#lib/shared/time.ts';
import { needs, type NeedKey } from '#lib/skills/needs.ts';
import type { RequestFacts } from './matching.ts';
import { declinersOf } from './queries.server.ts';
import { strainsOf } from './strains.ts';

/** What stands around requests, read for all of them at once. */
interface Around {
	people: Map<string, PersonRow>;
	homes: Map<string, HomeRow>;
	buildings: Map<string, BuildingRow>;
	windows: Map<string, Span[]>;
	consenting: Set<string>;
	avoided: Map<string, string[]>;
	decliners: Map<string, string[]>;
}

/** What the rules look at of these requests, in their order. @throws AppError `not_found` without the one helped */
export async function requestFactsOf(scope: Scope, rows: readonly RequestRow[]): Promise<RequestFacts[]> {
	const around = await readAround(scope, rows);
	return rows.map((row) => requestFacts(row, around));
}

async function readAround(scope: Scope, rows: readonly RequestRow[]): Promise<Around> {
	const ids = rows.map(({ id }) => id);
	const helped = [...new Set(rows.map(({ forPersonId }) => forPersonId))];
	// asked all at once: none needs the answer to another
	const [people, buildings, windows, consenting, avoided, decliners] = await Promise.all([
		peopleByIds(scope, helped),
		buildingsByIds(scope, [...new Set(rows.flatMap(({ buildingId }) => buildingId ?? []))]),
		windowsOf(scope, ids),
		consentingAmong(scope, helped, 'matching'),
		avoidedByEach(scope, helped),
		declinersOf(scope, ids)
	]);
	const households = people.flatMap(({ householdId }) => householdId ?? []);
	return {
		people: byId(people),
		homes: byId(await homesByIds(scope, [...new Set(households)])),
		buildings: byId(buildings),
		windows,
		consenting,
		avoided,
		decliners
	};
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T> {
	return new Map(rows.map((row) => [row.id, row]));
}

function requestFacts(row: RequestRow, around: Around): RequestFacts {
	const person = around.people.get(row.forPersonId);
	if (!person) throw new AppError('not_found');
	const need = needs[row.need as NeedKey];
	const building = row.buildingId ? around.buildings.get(row.buildingId) : undefined;
	const home = person.householdId ? around.homes.get(person.householdId) : undefined;
	const unit = person.kind === 'unit';
	return {
		id: row.id,
		forPersonId: row.forPersonId,
		householdId: person.householdId,
		skill: need.skill,
		level: need.level,
		mustBeConfirmed: need.confirmed,
		presence: row.presence,
		vulnerable: need.vulnerable || person.vulnerable,
		risk: need.risk,
		strains: strainsOf(row.need as NeedKey),
		minutes: row.minutes,
		place: building ?? (row.presence === 'outside' ? (home ?? null) : null),
		windows: around.windows.get(row.id) ?? [],
		peopleNeeded: row.peopleNeeded,
		urgency: row.urgency,
		musts: {
			gender: row.genderIsMust ? row.wishGender : null,
			languages: row.languageIsMust && row.wishLanguage ? [row.wishLanguage] : []
		},
		wishes: {
			gender: row.genderIsMust ? null : row.wishGender,
			languages: !row.languageIsMust && row.wishLanguage ? [row.wishLanguage] : [],
			interests: []
		},
		// A unit gives no personal data of its own; people are asked (PIPL).
		consented: unit || around.consenting.has(person.id),
		helped: { bornOn: person.bornOn, gender: person.gender },
		excludedPeople: around.avoided.get(person.id) ?? [],
		declinedBy: around.decliners.get(row.id) ?? [],
		deadline: row.deadline
	};
}
