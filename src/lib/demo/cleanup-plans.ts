/** What is done in an area of a day: one for each compound, in their order. */
export interface AreaPlan {
	name: string;
	nameEn: string;
	work: string;
	workEn: string;
	meetAt: string;
	meetAtEn: string;
	needed: number;
	/** How many come by themselves. */
	signed: number;
	teams: readonly TeamPlan[];
}

/** A unit or a group by its name; its quota, and how many came who are on no list. */
export type TeamPlan = ({ unit: string } | { group: string }) & { promised: number; counted: number };

export const areaPlans: readonly AreaPlan[] = [
	{
		name: '东园片',
		nameEn: 'Dongyuan',
		work: '清楼道杂物，擦扶手，扫单元门口。',
		workEn: 'Clear the stairs, wipe the handrails, sweep before the doors.',
		meetAt: '东园门卫室前',
		meetAtEn: 'the guard room of Dongyuan',
		needed: 24,
		signed: 5,
		teams: [{ unit: '城东实验小学', promised: 18, counted: 19 }]
	},
	{
		name: '河堤片',
		nameEn: 'The dyke',
		work: '捡河堤两侧的垃圾，铲小广告。',
		workEn: 'Pick up litter on both sides of the dyke, scrape off stickers.',
		meetAt: '河堤亭子',
		meetAtEn: 'the pavilion on the dyke',
		needed: 36,
		signed: 4,
		teams: [{ unit: '河滨消防救援站', promised: 30, counted: 27 }]
	},
	{
		name: '新苑片',
		nameEn: 'Xinyuan',
		work: '清绿化带，摆正共享单车。',
		workEn: 'Clean the green strips, put the shared bicycles in line.',
		meetAt: '新苑小广场',
		meetAtEn: 'the small square of Xinyuan',
		needed: 18,
		signed: 5,
		teams: [{ group: '老年人晨练队', promised: 12, counted: 13 }]
	},
	{
		name: '金桂里片',
		nameEn: 'Jingui',
		work: '冲洗垃圾分类点，擦宣传栏。',
		workEn: 'Wash the recycling points, wipe the notice boards.',
		meetAt: '金桂里岗亭',
		meetAtEn: 'the sentry box of Jingui',
		needed: 12,
		signed: 4,
		teams: [{ group: '便民维修队', promised: 8, counted: 9 }]
	},
	{
		name: '柳岸片',
		nameEn: 'Willow Bank',
		work: '清楼顶和地下车库出入口。',
		workEn: 'Clear the roofs and the ways into the garage.',
		meetAt: '柳岸 1 号楼下',
		meetAtEn: 'below building 1 of Willow Bank',
		needed: 6,
		signed: 3,
		teams: []
	}
];

/** The days of the demo world: the last one with its report, and the next one. */
export const cleanupPlans = {
	past: {
		name: '秋季卫生大清扫',
		nameEn: 'Autumn Clean-up',
		words: '和共建单位一起，把五个小区打扫一遍。手套、扫把社区准备，请穿方便干活的鞋。',
		wordsEn: 'Together with our partner units we clean all five compounds. Gloves and brooms are there.'
	},
	next: {
		name: '周六大清扫',
		nameEn: 'Saturday Clean-up',
		words: '入冬前再扫一遍，重点是楼道和河堤。手套、扫把社区准备，早上有热豆浆。',
		wordsEn:
			'Once more before winter, above all stairs and the dyke. Gloves, brooms and hot soy milk are there.'
	}
} as const;

export const cleanupRisk = {
	risk: '楼顶、河堤边不要一个人去；不舒服马上告诉片区负责人。',
	riskEn:
		'Never go to a roof or the edge of the dyke alone; tell the leader of your area at once if you feel unwell.'
};
