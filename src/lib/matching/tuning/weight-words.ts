import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { distanceWords } from '../words.ts';
import { mostPoints, weightNames, weightRange, type Weights } from '../weights.ts';

export type WeightName = keyof Weights;

const words: Record<WeightName, { name: () => string; hint: () => string }> = {
	distancePer100Metres: { name: m.matching_weight_distance, hint: m.matching_weight_distance_hint },
	overLevel: { name: m.matching_weight_over_level, hint: m.matching_weight_over_level_hint },
	underLevel: { name: m.matching_weight_under_level, hint: m.matching_weight_under_level_hint },
	unconfirmed: { name: m.matching_weight_unconfirmed, hint: m.matching_weight_unconfirmed_hint },
	newFace: { name: m.matching_weight_new_face, hint: m.matching_weight_new_face_hint },
	wishGender: { name: m.matching_weight_wish_gender, hint: m.matching_weight_wish_gender_hint },
	wishLanguage: { name: m.matching_weight_wish_language, hint: m.matching_weight_wish_language_hint },
	wishInterests: { name: m.matching_weight_wish_interests, hint: m.matching_weight_wish_interests_hint },
	loadStep: { name: m.matching_weight_load_step, hint: m.matching_weight_load_step_hint },
	notFirst: { name: m.matching_weight_not_first, hint: m.matching_weight_not_first_hint },
	dropOut: { name: m.matching_weight_drop_out, hint: m.matching_weight_drop_out_hint },
	dropOutPrior: { name: m.matching_weight_drop_out_prior, hint: m.matching_weight_drop_out_prior_hint },
	likelihood: { name: m.matching_weight_likelihood, hint: m.matching_weight_likelihood_hint },
	unmatchedToday: { name: m.matching_weight_unmatched_today, hint: m.matching_weight_unmatched_today_hint },
	unmatchedDays: { name: m.matching_weight_unmatched_days, hint: m.matching_weight_unmatched_days_hint },
	unmatchedWeek: { name: m.matching_weight_unmatched_week, hint: m.matching_weight_unmatched_week_hint },
	unmatchedFlexible: {
		name: m.matching_weight_unmatched_flexible,
		hint: m.matching_weight_unmatched_flexible_hint
	},
	unmatchedDeadline: {
		name: m.matching_weight_unmatched_deadline,
		hint: m.matching_weight_unmatched_deadline_hint
	},
	deadlineHours: { name: m.matching_weight_deadline_hours, hint: m.matching_weight_deadline_hours_hint },
	softCapHours: { name: m.matching_weight_soft_cap_hours, hint: m.matching_weight_soft_cap_hours_hint },
	offersPerWeek: { name: m.matching_weight_offers_per_week, hint: m.matching_weight_offers_per_week_hint },
	offersKeptForScarce: { name: m.matching_weight_offers_kept, hint: m.matching_weight_offers_kept_hint },
	halfFit: { name: m.matching_weight_half_fit, hint: m.matching_weight_half_fit_hint }
};

/** What a weight is counted in. */
const units: Partial<Record<WeightName, () => string>> = {
	dropOutPrior: m.matching_weight_times,
	deadlineHours: m.matching_weight_hours,
	softCapHours: m.matching_weight_hours,
	offersPerWeek: m.matching_weight_times,
	offersKeptForScarce: m.matching_weight_times
};

/** How a weight is called. */
export function weightName(name: WeightName): string {
	return words[name].name();
}

export function weightUnit(name: WeightName): string {
	return (units[name] ?? m.matching_weight_points)();
}

/** What it means, and from what to what it may be where that is not the usual 0 … `mostPoints`. */
export function weightHint(name: WeightName): string {
	const hint = words[name].hint();
	const { min, max } = weightRange(name);
	const isUsual = min === 0 && max === mostPoints;
	return isUsual ? hint : m.matching_weight_range({ hint, min: grouped(min), max: grouped(max) });
}

/** The most that most weights may be, 1,000,000. */
export function usualMost(): string {
	return grouped(mostPoints);
}

function grouped(value: number): string {
	return new Intl.NumberFormat(getLocale()).format(value);
}

/** Points that are not compared with anything else. */
const notCompared: ReadonlySet<WeightName> = new Set<WeightName>(['distancePer100Metres', 'halfFit']);

/** Points as the way that they are worth; null for what is not counted in points, and where the way costs nothing. */
export function worthWords(name: WeightName, value: number, per100Metres: number): string | null {
	if (units[name] || notCompared.has(name) || !(value > 0) || !(per100Metres > 0)) return null;
	return m.matching_weight_worth({ distance: distanceWords((100 * value) / per100Metres) });
}

/** Groups in which weights are shown, each with its title. */
export const weightGroups: readonly { title: () => string; names: readonly WeightName[] }[] = [
	{
		title: m.matching_weights_fit,
		names: ['distancePer100Metres', 'overLevel', 'underLevel', 'unconfirmed', 'newFace']
	},
	{ title: m.matching_weights_wishes, names: ['wishGender', 'wishLanguage', 'wishInterests'] },
	{
		title: m.matching_weights_turns,
		names: ['loadStep', 'notFirst', 'dropOut', 'dropOutPrior', 'likelihood']
	},
	{
		title: m.matching_weights_open,
		names: [
			'unmatchedToday',
			'unmatchedDays',
			'unmatchedWeek',
			'unmatchedFlexible',
			'unmatchedDeadline',
			'deadlineHours',
			'softCapHours'
		]
	},
	{ title: m.matching_weights_asking, names: ['offersPerWeek', 'offersKeptForScarce'] },
	{ title: m.matching_weights_shown, names: ['halfFit'] }
];

/** The weights that differ, each in a line: 每远 100 米 100 → 120. */
export function changeLines(from: Weights, to: Weights): string[] {
	return weightNames
		.filter((name) => from[name] !== to[name])
		.map((name) => m.matching_weights_change({ name: weightName(name), from: from[name], to: to[name] }));
}
