import { skillKeys, type SkillKey } from '#lib/skills/vocabulary.ts';
import { teams, type Team } from '#lib/volunteers/volunteers.ts';

/** Which volunteers are shown when members are chosen. */
export interface MemberFilter {
	who: 'party' | 'all';
	branch: string | null;
	team: Team | null;
	skill: SkillKey | null;
	/** Only those who were checked for the vulnerable. */
	vetted: boolean;
	/** So many of them are ticked from the start; null for none. */
	first: number | null;
}

/** Which residents are shown when residents are chosen. */
export interface ResidentFilter {
	alone: boolean;
	vulnerable: boolean;
	/** Asked for company in the past year. */
	asked: boolean;
	/** At least so old. */
	age: number | null;
	first: number | null;
}

/** True for a key of the vocabulary of skills. */
export function isSkill(key: string): key is SkillKey {
	return (skillKeys as readonly string[]).includes(key);
}

function numberIn(text: string | null, most: number): number | null {
	const value = Math.floor(Number(text));
	return text && value >= 1 && value <= most ? value : null;
}

/** Reads the filter of members from an address. Party members are what a campaign usually begins with. */
export function readMemberFilter(params: URLSearchParams): MemberFilter {
	const skill = params.get('skill') ?? '';
	return {
		who: params.get('who') === 'all' ? 'all' : 'party',
		branch: params.get('branch')?.slice(0, 80) || null,
		team: teams.find((one) => one === params.get('team')) ?? null,
		skill: isSkill(skill) ? skill : null,
		vetted: params.has('vetted'),
		first: numberIn(params.get('first'), 1_000)
	};
}

/** Reads the filter of residents; without any, those who need protection are shown. */
export function readResidentFilter(params: URLSearchParams): ResidentFilter {
	const filtered = params.has('filter');
	return {
		alone: params.has('alone'),
		vulnerable: filtered ? params.has('vulnerable') : true,
		asked: params.has('asked'),
		age: numberIn(params.get('age'), 120),
		first: numberIn(params.get('first'), 1_000)
	};
}

/** The ids that are ticked when the list is opened: those chosen, filled up to `first` from the top. */
export function tickedAtFirst(
	rows: readonly { id: string; chosen: boolean; fits?: boolean }[],
	first: number | null
): string[] {
	const chosen = rows.filter((one) => one.chosen).map(({ id }) => id);
	if (first === null) return chosen;
	const others = rows.filter((one) => !one.chosen && (one.fits ?? true)).map(({ id }) => id);
	return [...chosen, ...others].slice(0, Math.max(first, chosen.length));
}
