import { requestFields, volunteerFields } from '#lib/imports/fields.ts';
import { listed, withChoices, type DuplicateRule, type Field, type RowOf } from '#lib/imports/target.ts';
import { m } from '#lib/paraglide/messages.js';
import { needKeys } from '#lib/skills/needs.ts';
import { skillKeys } from '#lib/skills/vocabulary.ts';
import { needName, skillName } from '#lib/skills/words.ts';

/** A row's own number or name, by which the plan speaks of it; and metres on a map of the reader's own. */
const keyed = [
	{
		key: 'key',
		kind: 'text',
		required: false,
		label: m.matching_sheets_field_key,
		example: m.matching_sheets_field_key,
		synonyms: listed('编号，序号，工号，id，key，no，number，opportunity id，request id，volunteer id'),
		most: 60
	},
	{
		key: 'east',
		kind: 'metres',
		required: false,
		label: m.matching_sheets_field_east,
		example: m.matching_sheets_field_east,
		synonyms: listed('东，向东，东向，东向米数，east，easting，x')
	},
	{
		key: 'north',
		kind: 'metres',
		required: false,
		label: m.matching_sheets_field_north,
		example: m.matching_sheets_field_north,
		synonyms: listed('北，向北，北向，北向米数，north，northing，y')
	}
] as const satisfies Field[];

/** Without a community there is no list of buildings that an address could be found in. */
function placedByPoint<F extends Field>(fields: readonly F[]) {
	return fields.filter(
		(field): field is Exclude<F, { key: 'building' | 'door' }> => !['building', 'door'].includes(field.key)
	);
}

const need = needKeys.map((one) => ({ key: one, words: [needName(one, 'zh-CN'), needName(one, 'en')] }));

/** What a sheet of requests may tell. */
export const requestSheetFields = withChoices([...placedByPoint(requestFields), ...keyed] as const, { need });

const ofPlace = requestFields.filter(
	(field): field is Extract<(typeof requestFields)[number], { key: 'latitude' | 'longitude' | 'area' }> =>
		['latitude', 'longitude', 'area'].includes(field.key)
);

/** What matching asks of a volunteer beside the registration card. */
const ofVolunteer = [
	{
		key: 'reach',
		kind: 'whole',
		required: false,
		label: m.matching_sheets_field_reach,
		example: m.matching_sheets_field_reach,
		synonyms: listed('最远距离，服务半径，愿走多远，reach，reach metres，radius'),
		most: 100_000
	},
	{
		key: 'tasks',
		kind: 'whole',
		required: false,
		label: m.matching_sheets_field_tasks,
		example: m.matching_sheets_field_tasks,
		synonyms: listed('最多任务，任务上限，可接任务数，tasks，most tasks，capacity'),
		least: 1,
		most: 100
	},
	{
		key: 'weeklyMinutes',
		kind: 'minutes',
		required: false,
		label: m.matching_sheets_field_weekly_minutes,
		example: m.matching_sheets_field_weekly_minutes,
		synonyms: listed('每周时长，每周分钟，weekly minutes，minutes a week'),
		most: 10_080
	},
	{
		key: 'tasksThisMonth',
		kind: 'whole',
		required: false,
		label: m.matching_sheets_field_tasks_this_month,
		example: m.matching_sheets_field_tasks_this_month,
		synonyms: listed('本月任务，本月次数，tasks this month'),
		most: 1_000
	},
	{
		key: 'vetted',
		kind: 'yes_no',
		required: false,
		label: m.matching_sheets_field_vetted,
		example: m.matching_sheets_field_vetted,
		synonyms: listed('上门审核，已审核，背景审查，vetted，background check')
	},
	{
		key: 'insured',
		kind: 'yes_no',
		required: false,
		label: m.matching_sheets_field_insured,
		example: m.matching_sheets_field_insured,
		synonyms: listed('保险，已投保，有保险，insured，insurance')
	}
] as const satisfies Field[];

const skills = skillKeys.map((one) => ({ key: one, words: [skillName(one, 'zh-CN'), skillName(one, 'en')] }));

/** What a sheet of volunteers may tell. */
export const volunteerSheetFields = withChoices(
	[...placedByPoint(volunteerFields), ...ofPlace, ...ofVolunteer, ...keyed] as const,
	{ skills }
);

export type RequestLine = RowOf<typeof requestSheetFields>;
export type VolunteerLine = RowOf<typeof volunteerSheetFields>;

/**
 * A number that stands for two rows names neither; people are the same by telephone and name, and where all cells of
 * two rows say the same.
 */
const sameKey: DuplicateRule = { code: 'duplicate', same: ['key'], given: ['key'], blocks: true };
export const requestLineDuplicates: readonly DuplicateRule[] = [sameKey];
export const volunteerLineDuplicates: readonly DuplicateRule[] = [
	sameKey,
	{ code: 'duplicate', same: ['phone', 'name'], given: ['phone'], blocks: true },
	{ code: 'duplicate', same: volunteerSheetFields.map(({ key }) => key), given: ['name'], blocks: true }
];
