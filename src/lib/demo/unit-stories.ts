import type { NeedKey } from '#lib/skills/needs.ts';

/** Help that units ask for: many volunteers, or one who speaks to many. */
export interface UnitStory {
	need: NeedKey;
	/** How often in a year and community. */
	times: number;
	/** Volunteers, at least and at most. */
	people: [number, number];
	/** People served by each of them. */
	served: [number, number];
	titles: string[];
}

export const unitStories: readonly UnitStory[] = [
	{
		need: 'teach_a_class',
		times: 20,
		people: [1, 1],
		served: [34, 86],
		titles: [
			'防诈骗讲座',
			'高血压日常护理讲座',
			'党史故事会',
			'家庭用电安全课',
			'法律常识讲座',
			'市民学校：手机课堂'
		]
	},
	{
		need: 'clean_up_day',
		times: 6,
		people: [8, 12],
		served: [16, 28],
		titles: ['楼道杂物清理日', '河岸卫生大清扫', '绿化带清理']
	},
	{
		need: 'hand_out_goods',
		times: 7,
		people: [3, 5],
		served: [18, 38],
		titles: ['高龄老人慰问品上门', '残疾人家庭慰问', '爱心超市物资发放', '米面油发放']
	},
	{
		need: 'event_help',
		times: 8,
		people: [4, 6],
		served: [26, 60],
		titles: ['社区文化周布置与引导', '邻里节百家宴', '老年人体检日引导', '邻里运动会']
	}
];
