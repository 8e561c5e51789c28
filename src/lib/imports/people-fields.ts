import { m } from '#lib/paraglide/messages.js';
import { genders, languages, partyMembership, teams, vulnerability } from './choices.ts';
import { listed, type Field } from './target.ts';

export const phone = {
	key: 'phone',
	kind: 'phone',
	required: false,
	label: m.imports_field_phone,
	example: m.imports_example_phone,
	synonyms: listed(
		'手机，手机号，手机号码，电话，电话号码，联系电话，联系方式，phone，mobile，telephone，tel，cell'
	)
} as const satisfies Field;

export const building = {
	key: 'building',
	kind: 'building',
	required: false,
	label: m.imports_field_building,
	example: m.imports_example_building,
	synonyms: listed(
		'楼幢，楼栋，楼号，幢号，栋号，住址，家庭住址，居住地址，现住址，地址，门牌，building，address'
	)
} as const satisfies Field;

const person = [
	{
		key: 'name',
		kind: 'text',
		required: true,
		label: m.imports_field_name,
		example: m.imports_example_name,
		synonyms: listed('姓名，名字，居民姓名，志愿者姓名，name，full name'),
		most: 60
	},
	{
		key: 'gender',
		kind: 'choice',
		required: false,
		label: m.imports_field_gender,
		example: m.imports_example_gender,
		synonyms: listed('性别，gender，sex'),
		choices: genders
	},
	{
		key: 'bornOn',
		kind: 'day',
		required: false,
		label: m.imports_field_born_on,
		example: m.imports_example_born_on,
		synonyms: listed('出生日期，出生年月，出生年月日，生日，born，birth date，date of birth，birthday，dob'),
		when: 'past',
		monthIsEnough: true
	},
	phone,
	building,
	{
		key: 'door',
		kind: 'door',
		required: false,
		label: m.imports_field_door,
		example: m.imports_example_door,
		synonyms: listed('门牌号，室号，房号，房间号，单元室，户号，door，room，flat，apartment，apt'),
		most: 60
	}
] as const satisfies Field[];

/** What a list of residents may tell. */
export const residentFields = [
	...person,
	{
		key: 'vulnerable',
		kind: 'yes_no',
		required: false,
		label: m.imports_field_vulnerable,
		example: m.imports_example_vulnerable,
		synonyms: listed(
			'重点关照，重点关爱，重点人员，关爱对象，独居，空巢，是否独居，高龄独居，vulnerable，needs special care，special care，lives alone，frail'
		),
		choices: vulnerability
	}
] as const satisfies Field[];

/** What a list of volunteers may tell: the registration card 登记卡 (seed 003). `skills` gets choices by `withChoices`. */
export const volunteerFields = [
	...person,
	{
		key: 'occupation',
		kind: 'text',
		required: false,
		label: m.imports_field_occupation,
		example: m.imports_example_occupation,
		synonyms: listed('职业，职务，工作，工种，occupation，job，profession'),
		most: 60
	},
	{
		key: 'employer',
		kind: 'text',
		required: false,
		label: m.imports_field_employer,
		example: m.imports_example_employer,
		synonyms: listed('单位，工作单位，所在单位，就职单位，employer，company，work unit'),
		most: 60
	},
	{
		key: 'partyBranch',
		kind: 'text',
		required: false,
		label: m.imports_field_party_branch,
		example: m.imports_example_party_branch,
		synonyms: listed('党支部，所在党支部，党组织，单位党组织，组织关系，party branch，branch'),
		most: 60
	},
	{
		key: 'partyMember',
		kind: 'yes_no',
		required: false,
		label: m.imports_field_party_member,
		example: m.imports_example_party_member,
		synonyms: listed('党员，是否党员，政治面貌，party member'),
		choices: partyMembership
	},
	{
		key: 'skills',
		kind: 'choices',
		required: false,
		label: m.imports_field_skills,
		example: m.imports_example_skills,
		synonyms: listed('技能，专业技能，服务技能，可提供的服务，服务项目，会做，擅长，skills，skill，can do'),
		choices: []
	},
	{
		key: 'skillsConfirmed',
		kind: 'yes_no',
		required: false,
		label: m.imports_field_skills_confirmed,
		example: m.imports_example_skills_confirmed,
		synonyms: listed('技能已核实，技能核实，已核实，是否核实，skills confirmed，confirmed，verified skills')
	},
	{
		key: 'strengths',
		kind: 'text',
		required: false,
		label: m.imports_field_strengths,
		example: m.imports_example_strengths,
		synonyms: listed('特长，专长，个人特长，strengths，talents'),
		most: 300
	},
	{
		key: 'hobbies',
		kind: 'list',
		required: false,
		label: m.imports_field_hobbies,
		example: m.imports_example_hobbies,
		synonyms: listed('爱好，兴趣，兴趣爱好，业余爱好，hobbies，interests'),
		most: 20
	},
	{
		key: 'willingness',
		kind: 'choices',
		required: false,
		label: m.imports_field_willingness,
		example: m.imports_example_willingness,
		synonyms: listed('服务意愿，志愿服务意愿，意愿，服务类别，服务队，队伍，willingness，team，teams'),
		choices: teams
	},
	{
		key: 'languages',
		kind: 'choices',
		required: false,
		label: m.imports_field_languages,
		example: m.imports_example_languages,
		synonyms: listed('语言，会说的语言，方言，languages，language'),
		choices: languages
	},
	{
		key: 'times',
		kind: 'weekly_times',
		required: false,
		label: m.imports_field_times,
		example: m.imports_example_times,
		synonyms: listed(
			'服务时间，可服务时间，空闲时间，有空时间，有空，时间，times，free times，available，availability'
		)
	}
] as const satisfies Field[];
