import { addPeople } from '#lib/accounts/add-people.server.ts';
import type { KnownPerson } from '#lib/accounts/import-queries.server.ts';
import { personOf } from '#lib/accounts/import.server.ts';
import { knownPeople, type KnownPeople } from '#lib/accounts/known-people.server.ts';
import { recordEvents } from '#lib/audit/record.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { peopleDuplicates, volunteerFields, type VolunteerRow } from '#lib/imports/fields.ts';
import type { RowError, StandingErrorCode } from '#lib/imports/read-row.ts';
import type { GoodRow } from '#lib/imports/read-rows.ts';
import { withChoices } from '#lib/imports/target.ts';
import type { Importing, ImportTarget, Progress } from '#lib/imports/targets.server.ts';
import { buildingsOf } from '#lib/places/queries.server.ts';
import { dayOf } from '#lib/shared/time.ts';
import { vocabulary, skillKeys, type SkillKey } from '#lib/skills/vocabulary.ts';
import { skillName } from '#lib/skills/words.ts';
import { blankCard, mostHobbies } from './card-form.ts';
import { usualExpiry } from './cards.server.ts';
import * as query from './import-queries.server.ts';
import { teamsOf } from './said-skills.ts';
import { takeCardsBack } from './take-back.server.ts';
import type { Language, Team } from './volunteers.ts';
import { languageName, teamName } from './words.ts';

const skills = skillKeys.map((key) => ({ key, words: [skillName(key, 'zh-CN'), skillName(key, 'en')] }));

/**
 * Sheets of volunteers: a person each, found by phone or by name and building, else added; and an approved card, since
 * staff bring what they have on paper. Whether someone was vetted or insured no sheet says, and skills wait to be
 * confirmed unless a column says that they are.
 */
export const volunteersTarget: ImportTarget<VolunteerRow> = {
	key: 'volunteers',
	fields: withChoices(volunteerFields, { skills }),
	duplicates: peopleDuplicates,
	buildings: buildingsOf,
	nameOf,
	faults,
	bring,
	takeBack: takeCardsBack
};

function nameOf(field: string, key: string): string | undefined {
	if (field === 'skills' && Object.hasOwn(vocabulary, key)) return skillName(key as SkillKey);
	if (field === 'willingness') return teamName(key as Team);
	return field === 'languages' ? languageName(key as Language) : undefined;
}

async function faults(
	scope: Scope,
	rows: readonly GoodRow<VolunteerRow>[],
	{ by }: Importing
): Promise<Map<number, RowError>> {
	const known = await knownIn(scope, rows);
	const people = rows.flatMap(({ value }) => personMeant(value, known)?.id ?? []);
	const held = new Set((await query.cardsOf(scope, people)).keys());
	const found = new Map<number, RowError>();
	for (const { row, value } of rows) {
		const person = personMeant(value, known);
		const fault = faultOf(value, person, held, by.personId);
		if (fault) found.set(row, fault);
		// a second row may mean the same person in other words
		else if (person) held.add(person.id);
	}
	return found;
}

function faultOf(
	row: VolunteerRow,
	person: KnownPerson | undefined,
	held: ReadonlySet<string>,
	importerId: string
): RowError | null {
	if (!person) return null;
	const fault = (field: string, code: StandingErrorCode): RowError => ({ field, code, params: {} });
	if (person.name !== row.name) return fault('phone', 'phone_of_another');
	if (person.id === importerId) return fault('name', 'own_card');
	if (held.has(person.id)) return fault('name', 'card_there');
	return person.verified ? null : fault('name', 'person_unverified');
}

function knownIn(scope: Scope, rows: readonly GoodRow<VolunteerRow>[]): Promise<KnownPeople> {
	return knownPeople(
		scope,
		rows.map(({ value }) => value)
	);
}

function personMeant(row: VolunteerRow, known: KnownPeople): KnownPerson | undefined {
	return (row.phone ? known.withPhone(row.phone) : undefined) ?? known.atHome(row)[0];
}

async function bring(
	scope: Scope,
	rows: readonly GoodRow<VolunteerRow>[],
	{ by, now, zone }: Importing,
	progress: Progress
) {
	const known = await knownIn(scope, rows);
	const strangers = rows.filter(({ value }) => !personMeant(value, known));
	const added = await addPeople(
		scope,
		strangers.map(({ value }) => personOf(value, by.personId)),
		now
	);
	const addedIn = new Map(strangers.map(({ row }, at) => [row, added[at]!]));
	const bearers = rows.map(({ row, value }) => ({
		value,
		personId: addedIn.get(row) ?? personMeant(value, known)!.id
	}));
	const ids = bearers.map(({ personId }) => personId);
	const expiresOn = usualExpiry(dayOf(now, zone));
	await query.addCards(
		scope,
		bearers.map(({ value, personId }) => ({
			...cardOf(value),
			personId,
			approvedBy: by.personId,
			approvedAt: now,
			submittedAt: now,
			updatedAt: now,
			expiresOn
		}))
	);
	await query.addSkills(
		scope,
		bearers.flatMap(({ value, personId }) =>
			skillsOf(value, by.personId, now).map((one) => ({ ...one, personId }))
		)
	);
	await query.addHours(
		scope,
		bearers.flatMap(({ value, personId }) => (value.times ?? []).map((time) => ({ ...time, personId })))
	);
	await query.grantVolunteers(scope, ids, by.personId, now);
	await progress(rows.length);

	const people = added.map((id) => ({ kind: 'person' as const, id }));
	const cards = ids.map((id) => ({ kind: 'card' as const, id }));
	await recordEvents(scope, [...people, ...cards], 'imported', by.personId, now);
	return [
		...people.map((one, at) => ({ ...one, row: strangers[at]!.row })),
		...cards.map((one, at) => ({ ...one, row: rows[at]!.row }))
	];
}

function cardOf(row: VolunteerRow) {
	const { occupation, employer, partyBranch, strengths } = row;
	return {
		...blankCard,
		status: 'approved' as const,
		occupation,
		employer,
		partyBranch,
		strengths,
		partyMember: row.partyMember ?? false,
		hobbies: (row.hobbies ?? []).slice(0, mostHobbies),
		willingness: row.willingness ?? teamsOf((row.skills ?? []) as SkillKey[]),
		languages: row.languages ?? blankCard.languages
	};
}

/** Practised where the sheet says that it was confirmed, else as the volunteer's own word. */
function skillsOf(row: VolunteerRow, confirmedBy: string, now: Date) {
	const standing = row.skillsConfirmed
		? { level: 2, confirmedAt: now, confirmedBy }
		: { level: 1, confirmedAt: null, confirmedBy: null };
	return (row.skills ?? []).map((skill) => ({ skill, expiresOn: null, ...standing }));
}
