import { m } from '#lib/paraglide/messages.js';
import { recurrence } from './choices.ts';
import { building, phone } from './people-fields.ts';
import { listed, type Field } from './target.ts';

/** What a list of help requests may tell. `need` gets its choices by `withChoices`. */
export const requestFields = [
	{
		key: 'title',
		kind: 'text',
		required: true,
		label: m.imports_field_title,
		example: m.imports_example_title,
		synonyms: listed('标题，事项，求助事项，求助内容，需求，项目，名称，title，subject，request'),
		most: 100
	},
	{
		key: 'details',
		kind: 'text',
		required: false,
		label: m.imports_field_details,
		example: m.imports_example_details,
		synonyms: listed('详情，详细情况，具体内容，内容，说明，备注，描述，details，description，summary，note'),
		most: 1000
	},
	{
		key: 'need',
		kind: 'choice',
		required: true,
		label: m.imports_field_need,
		example: m.imports_example_need,
		synonyms: listed('类别，类型，求助类别，需求类别，服务类别，分类，category，need，kind，type'),
		choices: []
	},
	{
		key: 'fromDay',
		kind: 'day',
		required: false,
		label: m.imports_field_from_day,
		example: m.imports_example_from_day,
		synonyms: listed(
			'开始日期，开始时间，起始日期，服务日期，日期，时间，开始，start date，start，from，begin，date'
		),
		moves: true
	},
	{
		key: 'toDay',
		kind: 'day',
		required: false,
		label: m.imports_field_to_day,
		example: m.imports_example_to_day,
		synonyms: listed(
			'结束日期，结束时间，截止日期，截止时间，结束，截止，end date，end，to，until，deadline，due'
		),
		moves: true,
		when: 'ahead',
		notBefore: 'fromDay'
	},
	{
		key: 'people',
		kind: 'whole',
		required: false,
		label: m.imports_field_people,
		example: m.imports_example_people,
		synonyms: listed(
			'人数，需要人数，所需人数，志愿者人数，people，people needed，vol requests，volunteers，headcount'
		),
		least: 1,
		most: 50
	},
	{
		key: 'minutes',
		kind: 'minutes',
		required: false,
		label: m.imports_field_minutes,
		example: m.imports_example_minutes,
		synonyms: listed('时长，分钟，所需时间，服务时长，预计时长，minutes，duration'),
		least: 5,
		most: 1440
	},
	{
		key: 'latitude',
		kind: 'latitude',
		required: false,
		label: m.imports_field_latitude,
		example: m.imports_example_latitude,
		synonyms: listed('纬度，latitude，lat')
	},
	{
		key: 'longitude',
		kind: 'longitude',
		required: false,
		label: m.imports_field_longitude,
		example: m.imports_example_longitude,
		synonyms: listed('经度，longitude，lon，lng')
	},
	{
		key: 'area',
		kind: 'text',
		required: false,
		label: m.imports_field_area,
		example: m.imports_example_area,
		synonyms: listed('邮编，邮政编码，片区，网格，postcode，postal code，zip，zip code，area，district'),
		most: 60
	},
	building,
	{
		key: 'onBehalfOf',
		kind: 'text',
		required: false,
		label: m.imports_field_on_behalf_of,
		example: m.imports_example_on_behalf_of,
		synonyms: listed(
			'求助人，申请人，姓名，求助单位，单位，机构，on behalf of，org title，organisation，organization，org，unit，applicant'
		),
		most: 60
	},
	phone,
	{
		key: 'recurring',
		kind: 'yes_no',
		required: false,
		label: m.imports_field_recurring,
		example: m.imports_example_recurring,
		synonyms: listed('是否长期，长期，频次，频率，周期，recurring，recurrence，recurrence type，frequency'),
		choices: recurrence
	}
] as const satisfies Field[];
