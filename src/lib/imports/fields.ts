import { m } from '#lib/paraglide/messages.js';
import type { Choice, DuplicateRule, Field, RowOf } from './target.ts';

const genders: readonly Choice[] = [
	{ key: 'female', words: ['女', '女性', '女士', 'f', 'female', 'woman'] },
	{ key: 'male', words: ['男', '男性', '先生', 'm', 'male', 'man'] }
];

const partyMember: readonly Choice[] = [
	{ key: 'yes', words: ['党员', '中共党员', '正式党员', '预备党员', '中共预备党员', 'party member'] },
	{ key: 'no', words: ['群众', '团员', '共青团员', '民主党派', '无党派', '无党派人士', '普通群众'] }
];

/** The four teams of seed 003; a community may add others. */
const teams: readonly Choice[] = [
	{ key: 'bianmin', words: ['便民', '便民服务', '便民队', '便民服务队', 'everyday help'] },
	{ key: 'anmin', words: ['安民', '平安', '治安', '安民队', 'safety and peace', 'safety'] },
	{ key: 'jikun', words: ['济困', '帮困', '扶贫济困', '帮扶', '济困队', 'hardship'] },
	{ key: 'daifu', words: ['带富', '致富', '就业创业', '带富队', 'livelihood'] }
];

const languages: readonly Choice[] = [
	{ key: 'mandarin', words: ['普通话', '国语', '汉语', '中文', 'chinese', 'putonghua'] },
	{ key: 'local_dialect', words: ['本地话', '本地方言', '方言', '当地话', 'local dialect', 'dialect'] },
	{ key: 'wu', words: ['吴语', '上海话', '杭州话', '宁波话', '苏州话', 'shanghainese'] },
	{ key: 'cantonese', words: ['粤语', '广东话', '白话'] },
	{ key: 'min', words: ['闽语', '闽南语', '闽南话', '福建话', 'hokkien'] },
	{ key: 'sichuan', words: ['四川话', '川话', '西南官话', 'sichuanese'] },
	{ key: 'sign', words: ['手语', 'sign language'] },
	{ key: 'english', words: ['英语', '英文'] }
];

const recurring: readonly Choice[] = [
	{
		key: 'yes',
		words: ['长期', '经常', '每周', '每月', '定期', '多次', 'ongoing', 'recurring', 'weekly', 'repeated']
	},
	{
		key: 'no',
		words: ['一次', '一次性', '单次', '临时', 'onetime', 'one-time', 'one time', 'once', 'single']
	}
];

const building = {
	key: 'building',
	kind: 'building',
	required: false,
	label: m.imports_field_building,
	example: m.imports_example_building,
	synonyms: [
		'楼幢',
		'楼栋',
		'楼号',
		'幢号',
		'栋号',
		'住址',
		'家庭住址',
		'居住地址',
		'现住址',
		'地址',
		'门牌',
		'building',
		'address'
	]
} as const satisfies Field;

const phone = {
	key: 'phone',
	kind: 'phone',
	required: false,
	label: m.imports_field_phone,
	example: m.imports_example_phone,
	synonyms: [
		'手机',
		'手机号',
		'手机号码',
		'电话',
		'联系电话',
		'联系方式',
		'电话号码',
		'phone',
		'mobile',
		'telephone',
		'tel',
		'cell'
	]
} as const satisfies Field;

const note = {
	key: 'note',
	kind: 'text',
	required: false,
	label: m.imports_field_note,
	example: m.imports_example_note,
	synonyms: ['备注', '说明', '其他', 'note', 'notes', 'remark', 'remarks', 'comment', 'comments'],
	most: 1000
} as const satisfies Field;

const person = [
	{
		key: 'name',
		kind: 'text',
		required: true,
		label: m.imports_field_name,
		example: m.imports_example_name,
		synonyms: ['姓名', '名字', '居民姓名', '志愿者姓名', 'name', 'full name'],
		most: 60
	},
	{
		key: 'gender',
		kind: 'choice',
		required: false,
		label: m.imports_field_gender,
		example: m.imports_example_gender,
		synonyms: ['性别', 'gender', 'sex'],
		choices: genders
	},
	{
		key: 'bornOn',
		kind: 'day',
		required: false,
		label: m.imports_field_born_on,
		example: m.imports_example_born_on,
		synonyms: [
			'出生日期',
			'出生年月',
			'出生年月日',
			'生日',
			'born',
			'birth date',
			'date of birth',
			'birthday',
			'dob'
		],
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
		synonyms: [
			'门牌号',
			'室号',
			'房号',
			'房间号',
			'单元室',
			'户号',
			'室',
			'door',
			'room',
			'flat',
			'apartment',
			'apt'
		],
		most: 60
	}
] as const satisfies Field[];

/** What a list of residents may tell. */
export const residentFields = [...person, note] as const satisfies Field[];

/** What a list of volunteers may tell: the registration card 登记卡 (seed 003). `skills` gets its choices by `withChoices`. */
export const volunteerFields = [
	...person,
	{
		key: 'occupation',
		kind: 'text',
		required: false,
		label: m.imports_field_occupation,
		example: m.imports_example_occupation,
		synonyms: ['职业', '职务', '工作', '工种', 'occupation', 'job', 'profession'],
		most: 60
	},
	{
		key: 'employer',
		kind: 'text',
		required: false,
		label: m.imports_field_employer,
		example: m.imports_example_employer,
		synonyms: ['单位', '工作单位', '所在单位', '就职单位', 'employer', 'company', 'work unit'],
		most: 100
	},
	{
		key: 'partyBranch',
		kind: 'text',
		required: false,
		label: m.imports_field_party_branch,
		example: m.imports_example_party_branch,
		synonyms: ['党支部', '所在党支部', '党组织', '单位党组织', '组织关系', 'party branch', 'branch'],
		most: 100
	},
	{
		key: 'partyMember',
		kind: 'yes_no',
		required: false,
		label: m.imports_field_party_member,
		example: m.imports_example_party_member,
		synonyms: ['党员', '是否党员', '政治面貌', 'party member'],
		choices: partyMember
	},
	{
		key: 'skills',
		kind: 'choices',
		required: false,
		label: m.imports_field_skills,
		example: m.imports_example_skills,
		synonyms: ['技能', '专业技能', '服务技能', '可提供的服务', '服务项目', 'skills', 'skill'],
		choices: []
	},
	{
		key: 'strengths',
		kind: 'text',
		required: false,
		label: m.imports_field_strengths,
		example: m.imports_example_strengths,
		synonyms: ['特长', '专长', '个人特长', 'strengths', 'talents'],
		most: 500
	},
	{
		key: 'hobbies',
		kind: 'list',
		required: false,
		label: m.imports_field_hobbies,
		example: m.imports_example_hobbies,
		synonyms: ['爱好', '兴趣', '兴趣爱好', '业余爱好', 'hobbies', 'interests'],
		most: 30
	},
	{
		key: 'willingness',
		kind: 'choices',
		required: false,
		label: m.imports_field_willingness,
		example: m.imports_example_willingness,
		synonyms: [
			'服务意愿',
			'志愿服务意愿',
			'意愿',
			'服务类别',
			'服务队',
			'队伍',
			'willingness',
			'team',
			'teams'
		],
		choices: teams
	},
	{
		key: 'languages',
		kind: 'choices',
		required: false,
		label: m.imports_field_languages,
		example: m.imports_example_languages,
		synonyms: ['语言', '会说的语言', '方言', 'languages', 'language'],
		choices: languages
	},
	{
		key: 'times',
		kind: 'weekly_times',
		required: false,
		label: m.imports_field_times,
		example: m.imports_example_times,
		synonyms: [
			'服务时间',
			'可服务时间',
			'空闲时间',
			'有空时间',
			'时间',
			'times',
			'available',
			'availability',
			'free times'
		],
		most: 200
	},
	note
] as const satisfies Field[];

/** What a list of help requests may tell. `need` gets its choices by `withChoices`. */
export const requestFields = [
	{
		key: 'title',
		kind: 'text',
		required: true,
		label: m.imports_field_title,
		example: m.imports_example_title,
		synonyms: ['标题', '事项', '求助事项', '求助内容', '需求', '项目', '名称', 'title', 'subject', 'request'],
		most: 100
	},
	{
		key: 'details',
		kind: 'text',
		required: false,
		label: m.imports_field_details,
		example: m.imports_example_details,
		synonyms: [
			'详情',
			'详细情况',
			'具体内容',
			'内容',
			'说明',
			'备注',
			'描述',
			'details',
			'description',
			'summary',
			'note'
		],
		most: 1000
	},
	{
		key: 'need',
		kind: 'choice',
		required: true,
		label: m.imports_field_need,
		example: m.imports_example_need,
		synonyms: [
			'类别',
			'类型',
			'求助类别',
			'需求类别',
			'服务类别',
			'分类',
			'category',
			'need',
			'kind',
			'type'
		],
		choices: []
	},
	{
		key: 'fromDay',
		kind: 'day',
		required: false,
		label: m.imports_field_from_day,
		example: m.imports_example_from_day,
		synonyms: [
			'开始日期',
			'开始时间',
			'起始日期',
			'服务日期',
			'日期',
			'时间',
			'start date',
			'start',
			'from',
			'begin',
			'date'
		],
		moves: true
	},
	{
		key: 'toDay',
		kind: 'day',
		required: false,
		label: m.imports_field_to_day,
		example: m.imports_example_to_day,
		synonyms: [
			'结束日期',
			'结束时间',
			'截止日期',
			'截止时间',
			'end date',
			'end',
			'to',
			'until',
			'deadline',
			'due'
		],
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
		synonyms: [
			'人数',
			'需要人数',
			'所需人数',
			'志愿者人数',
			'people',
			'people needed',
			'vol requests',
			'volunteers',
			'headcount'
		],
		least: 1,
		most: 50
	},
	{
		key: 'minutes',
		kind: 'minutes',
		required: false,
		label: m.imports_field_minutes,
		example: m.imports_example_minutes,
		synonyms: ['时长', '分钟', '所需时间', '服务时长', '预计时长', 'minutes', 'duration', 'hours'],
		least: 5,
		most: 1440
	},
	{
		key: 'latitude',
		kind: 'latitude',
		required: false,
		label: m.imports_field_latitude,
		example: m.imports_example_latitude,
		synonyms: ['纬度', 'latitude', 'lat']
	},
	{
		key: 'longitude',
		kind: 'longitude',
		required: false,
		label: m.imports_field_longitude,
		example: m.imports_example_longitude,
		synonyms: ['经度', 'longitude', 'lon', 'lng']
	},
	{
		key: 'area',
		kind: 'text',
		required: false,
		label: m.imports_field_area,
		example: m.imports_example_area,
		synonyms: [
			'邮编',
			'邮政编码',
			'片区',
			'网格',
			'postcode',
			'postal code',
			'zip',
			'zip code',
			'area',
			'district'
		],
		most: 60
	},
	building,
	{
		key: 'onBehalfOf',
		kind: 'text',
		required: false,
		label: m.imports_field_on_behalf_of,
		example: m.imports_example_on_behalf_of,
		synonyms: [
			'求助人',
			'申请人',
			'姓名',
			'求助单位',
			'单位',
			'机构',
			'on behalf of',
			'org title',
			'organisation',
			'organization',
			'org',
			'unit',
			'applicant'
		],
		most: 100
	},
	phone,
	{
		key: 'recurring',
		kind: 'yes_no',
		required: false,
		label: m.imports_field_recurring,
		example: m.imports_example_recurring,
		synonyms: [
			'是否长期',
			'长期',
			'频次',
			'频率',
			'周期',
			'recurring',
			'recurrence',
			'recurrence type',
			'frequency'
		],
		choices: recurring
	}
] as const satisfies Field[];

export type ResidentRow = RowOf<typeof residentFields>;
export type VolunteerRow = RowOf<typeof volunteerFields>;
export type RequestRow = RowOf<typeof requestFields>;

/** People are the same by telephone and name, or by name and home; couples may share a telephone. */
export const peopleDuplicates: readonly DuplicateRule[] = [
	{ code: 'duplicate', same: ['phone', 'name'], given: ['phone'], blocks: true },
	{ code: 'duplicate', same: ['name', 'building', 'door'], given: ['building'], blocks: true },
	{ code: 'shared_phone', same: ['phone'], given: ['phone'], blocks: false }
];

/** Requests are the same when they ask the same for the same on the same days. */
export const requestDuplicates: readonly DuplicateRule[] = [
	{
		code: 'duplicate',
		same: ['title', 'details', 'fromDay', 'toDay', 'onBehalfOf', 'phone', 'building'],
		given: ['title'],
		blocks: true
	}
];
