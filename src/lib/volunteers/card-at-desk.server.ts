import { peopleByIds } from '#lib/accounts/queries.server.ts';
import { eventsOf } from '#lib/audit/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { totalOf } from '#lib/records/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { ageOn, dayOf } from '#lib/shared/time.ts';
import { vocabulary, type SkillKey } from '#lib/skills/vocabulary.ts';
import type { HeldSkill } from '#lib/skills/skills.ts';
import { levelName, skillName } from '#lib/skills/words.ts';
import { sayDay, sayMinutes, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { TimelineEvent } from '#lib/ui/ui.ts';
import { cardFor, usualExpiry, type WholeCard } from './cards.server.ts';
import type { CardState, HealthLimit, Language, Team } from './volunteers.ts';
import {
	cardStateName,
	healthLimitName,
	hobbyName,
	hoursWords,
	languageName,
	reachName,
	teamName
} from './words.ts';

/** A whole registration card as staff review it, in the reader's words. */
export interface CardAtDesk {
	id: string;
	name: string;
	state: CardState;
	stateWords: string;
	partyMember: boolean;
	verified: boolean;
	/** `updatedAt` of what is shown: what has changed since is not approved unseen. */
	seen: string;
	skills: { skill: string; name: string; level: string; certificate: boolean; confirmed: string | null }[];
	hours: { days: string; times: string[] }[];
	away: string[];
	/** What the card says, line by line; nothing is said of what was left out. */
	lines: { label: string; words: string }[];
	vettedUntil: string | null;
	insuredUntil: string | null;
	/** The usual day where none was set. */
	expiresOn: string;
	returnReason: string | null;
	timeline: TimelineEvent[];
}

/** @throws AppError `not_found` where no card was begun, or it is only a draft */
export async function cardAtDesk(scope: Scope, personId: string, here: Here): Promise<CardAtDesk> {
	const today = dayOf(here.now, here.zone);
	const whole = await cardFor(scope, personId, today);
	if (!whole || whole.card.status === 'draft') throw new AppError('not_found');
	const { person, card } = whole;
	const { minutes, services } = await totalOf(scope, personId);
	return {
		id: personId,
		name: person.name,
		state: card.status,
		stateWords: cardStateName(card.status),
		partyMember: card.partyMember,
		verified: person.verifiedAt !== null,
		seen: card.updatedAt.toISOString(),
		skills: whole.skills.map((held) => skillLine(held, here)),
		hours: hoursWords(whole.hours),
		away: whole.absences.map(({ fromDay, toDay }) =>
			m.desk_card_away({ from: sayDay(fromDay, today), to: sayDay(toDay, today) })
		),
		lines: [
			...linesOf(whole, today),
			{
				label: m.desk_card_served(),
				words: m.desk_card_served_value({ services, time: sayMinutes(minutes) })
			}
		],
		vettedUntil: card.vettedUntil,
		insuredUntil: card.insuredUntil,
		expiresOn: card.expiresOn ?? usualExpiry(today),
		returnReason: card.status === 'returned' ? card.returnReason : null,
		timeline: await timelineFor(scope, personId)
	};
}

function skillLine({ skill, level, confirmedAt }: HeldSkill, here: Here): CardAtDesk['skills'][number] {
	return {
		skill,
		name: skillName(skill),
		level: levelName(level),
		certificate: level === 3 && vocabulary[skill as SkillKey].needsCertificate,
		confirmed: confirmedAt && m.desk_card_confirmed_at({ when: sayWhen(confirmedAt, here) })
	};
}

function linesOf({ card, person }: WholeCard, today: string): CardAtDesk['lines'] {
	const gender =
		person.gender && (person.gender === 'female' ? m.desk_gender_female() : m.desk_gender_male());
	const age = person.bornOn && m.desk_age({ age: ageOn(person.bornOn, today) });
	const said: [label: string, words: string | null][] = [
		[m.desk_card_person(), [gender, age].filter(Boolean).join(' · ')],
		[m.desk_card_occupation(), card.occupation],
		[m.desk_card_employer(), card.employer],
		[m.desk_card_branch(), card.partyBranch],
		[m.desk_card_strengths(), card.strengths],
		[m.desk_card_hobbies(), card.hobbies.map(hobbyName).join(' · ')],
		[m.desk_card_teams(), card.willingness.map((team) => teamName(team as Team)).join(' · ')],
		[m.desk_card_languages(), card.languages.map((one) => languageName(one as Language)).join(' · ')],
		[m.desk_card_health(), card.healthLimits.map((one) => healthLimitName(one as HealthLimit)).join(' · ')],
		[m.desk_card_reach(), reachName(card.reachMetres)],
		[
			m.desk_card_limits(),
			m.desk_card_limits_value({ tasks: card.activeTasksMax, minutes: sayMinutes(card.weeklyMinutesMax) })
		]
	];
	return said.flatMap(([label, words]) => (words ? [{ label, words }] : []));
}

const eventNames: Record<string, () => string> = {
	submitted: m.desk_card_event_submitted,
	approved: m.desk_card_event_approved,
	renewed: m.desk_card_event_renewed,
	returned: m.desk_card_event_returned,
	ended: m.desk_card_event_ended
};

async function timelineFor(scope: Scope, personId: string): Promise<TimelineEvent[]> {
	const happened = await eventsOf(scope, 'card', personId);
	const actors = await peopleByIds(scope, [...new Set(happened.flatMap(({ actorId }) => actorId ?? []))]);
	return happened
		.flatMap(({ id, kind, at, actorId, params }) => {
			const text = eventNames[kind]?.();
			const actor = actors.find((one) => one.id === actorId)?.name;
			return text
				? [{ id, text, at, actor, detail: typeof params.words === 'string' ? params.words : undefined }]
				: [];
		})
		.reverse();
}
