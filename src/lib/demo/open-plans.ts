import type { Presence, Urgency } from '#lib/requests/requests.ts';
import type { NeedKey } from '#lib/skills/needs.ts';
import type { CommunityPlan } from './plans.ts';

/** Whom a request is for, as far as it matters; anyone who fits will do. */
export interface Wanted {
	ages: [number, number];
	gender?: 'female' | 'male';
	vulnerable?: boolean;
	/** True for someone with a mobile phone, false for someone without. */
	phone?: boolean;
}

/** Days from the anchor, the first and the last of a row, and the hours of each. */
export type Windows = [firstDay: number, lastDay: number, from: string, to: string][];

/** A request that is open today. */
export interface OpenPlan {
	/** Someone with a sign-in by name, a unit of the community by name, or anyone who fits. */
	for: string | Wanted;
	/** Someone with a sign-in by name, a parent, a daughter or son who lives elsewhere, or the person. */
	askedBy?: string | 'parent' | 'daughter' | 'son';
	need: NeedKey;
	title: string;
	note: string | null;
	presence?: Presence;
	urgency: Urgency;
	minutes?: number;
	people?: number;
	windows: Windows;
	gender?: { wish: 'female' | 'male'; must: boolean };
	language?: { wish: string; must: boolean };
	asked: [day: number, clock: string];
	/** Not looked at yet, taken on, or asked back with words. */
	triage: 'new' | 'accepted' | { question: string };
}

const anyTime = (first: number, last: number): Windows => [[first, last, '08:30', '20:30']];

const chengdong: readonly OpenPlan[] = [
	{
		for: '陈桂香',
		askedBy: '许建平',
		need: 'fix_plumbing',
		title: '母亲家厨房龙头漏水',
		note: '我在外地赶不回来。水一直滴，母亲夜里听着睡不好，关总阀又没水用。家里有旧扳手。',
		urgency: 'today',
		windows: [
			[0, 0, '08:30', '11:30'],
			[0, 0, '18:00', '21:00']
		],
		asked: [-1, '16:42'],
		triage: 'new'
	},
	{
		for: { ages: [79, 93], phone: false, vulnerable: true },
		askedBy: '李敏',
		need: 'fetch_things',
		title: '降压药吃完了，帮忙取药',
		note: '药店已经配好，报姓名就行。老人没有手机，敲门要等一会儿。',
		urgency: 'today',
		windows: anyTime(0, 0),
		asked: [-1, '17:05'],
		triage: 'accepted'
	},
	{
		for: { ages: [62, 76], phone: true },
		need: 'fix_wiring',
		title: '厨房插座冒火花',
		note: '一插电饭锅就啪地一声，总闸先关了，冰箱接在客厅。',
		urgency: 'days',
		windows: anyTime(0, 2),
		asked: [-1, '15:20'],
		triage: 'accepted'
	},
	{
		for: { ages: [80, 90], gender: 'male', vulnerable: true },
		askedBy: 'daughter',
		need: 'accompany_to_hospital',
		title: '陪父亲去县医院复查',
		note: '父亲耳背，走路要扶。心内科，复查单在他床头抽屉里，麻烦把医生的话记下来发给我。',
		urgency: 'days',
		windows: [[1, 4, '07:30', '12:00']],
		asked: [-2, '12:18'],
		triage: 'accepted'
	},
	{
		for: { ages: [68, 76], phone: true },
		need: 'use_phone',
		title: '想学会跟孙子视频',
		note: '孙子去外地上大学了，手机是他换下来给我的。',
		urgency: 'week',
		windows: anyTime(0, 6),
		asked: [-2, '09:40'],
		triage: 'accepted'
	},
	{
		for: { ages: [13, 14] },
		askedBy: 'parent',
		need: 'tutor_maths_science',
		title: '初二数学，想每周补一次',
		note: '函数这一章没听懂。每周一次就好，哪天都行，孩子愿意学。',
		urgency: 'flexible',
		windows: [[1, 13, '17:30', '20:30']],
		asked: [-4, '13:05'],
		triage: 'accepted'
	},
	{
		for: { ages: [79, 82], phone: true },
		need: 'ask_about_policy',
		title: '满八十岁的补贴怎么办',
		note: '听说可以在电话里问清楚，腿不好，少跑一趟是一趟。',
		presence: 'telephone',
		urgency: 'week',
		windows: anyTime(0, 6),
		asked: [-2, '10:15'],
		triage: 'accepted'
	},
	{
		for: { ages: [80, 92], gender: 'female', vulnerable: true },
		askedBy: 'daughter',
		need: 'care_at_home',
		title: '帮母亲擦身洗头，要女同志',
		note: '上个月髋部手术，自己弯不下腰。换洗衣服我准备在床尾。',
		urgency: 'week',
		windows: anyTime(0, 6),
		gender: { wish: 'female', must: true },
		asked: [-1, '12:40'],
		triage: 'accepted'
	},
	{
		for: { ages: [78, 92], vulnerable: true },
		askedBy: '李敏',
		need: 'chat',
		title: '只会说本地话，想有人来说说话',
		note: '普通话听不懂。年轻时在戏班子打鼓，爱说从前的事。',
		presence: 'home',
		urgency: 'week',
		windows: anyTime(0, 6),
		language: { wish: 'local_dialect', must: true },
		asked: [-3, '09:10'],
		triage: 'accepted'
	},
	{
		for: { ages: [66, 78] },
		need: 'carry_heavy_things',
		title: '旧冰箱搬下楼，新的搬上来',
		note: '没有电梯。新冰箱商家只送到楼下，六十公斤左右。',
		urgency: 'week',
		windows: anyTime(1, 6),
		people: 2,
		asked: [-2, '16:30'],
		triage: 'accepted'
	},
	{
		for: { ages: [35, 60] },
		askedBy: '方志刚',
		need: 'sign_language_help',
		title: '看房签合同，需要手语翻译',
		note: '本人听不见，会写字，但合同上的事还是手语说得清。哪天都行。',
		urgency: 'week',
		windows: anyTime(1, 7),
		asked: [-3, '14:25'],
		triage: 'accepted'
	},
	{
		for: '马晓雯',
		need: 'anything_else',
		title: '刚搬来，窗帘杆装不上',
		note: '一个人住，够不着，借到了电钻不敢用。',
		urgency: 'week',
		windows: anyTime(0, 6),
		asked: [-1, '16:10'],
		triage: 'new'
	},
	{
		for: { ages: [44, 54], gender: 'female', phone: true },
		need: 'find_work',
		title: '想找一份能照顾家里的工作',
		note: '厂里停了，以前做缝纫，电脑不太会。',
		presence: 'home',
		urgency: 'flexible',
		windows: anyTime(1, 13),
		asked: [-5, '10:30'],
		triage: { question: '请问您白天几点到几点能上班？有没有健康证？' }
	}
];

const laojie: readonly OpenPlan[] = [
	{
		for: { ages: [78, 92], phone: false, vulnerable: true },
		askedBy: '何静',
		need: 'shopping',
		title: '米吃完了，帮忙买十斤',
		note: '摔了一跤在家养着，隔壁帮着做饭。',
		urgency: 'today',
		windows: anyTime(0, 0),
		asked: [-1, '16:50'],
		triage: 'accepted'
	},
	{
		for: { ages: [70, 84], phone: true },
		need: 'change_bulb',
		title: '堂屋的灯不亮了',
		note: '老房子，梁高，要带长梯子。',
		urgency: 'days',
		windows: anyTime(0, 2),
		asked: [-1, '13:30'],
		triage: 'new'
	},
	{
		for: { ages: [80, 92], vulnerable: true },
		askedBy: 'son',
		need: 'accompany_to_hospital',
		title: '陪母亲去拿检查结果',
		note: '在县中医院，母亲认得路，就是排队站不住。',
		urgency: 'days',
		windows: [[1, 4, '07:30', '12:00']],
		asked: [-2, '19:20'],
		triage: 'accepted'
	},
	{
		for: { ages: [70, 88], vulnerable: true },
		need: 'chat',
		title: '想找个会下象棋的',
		note: '老棋友搬去儿子家了，棋盘都落灰了。',
		presence: 'home',
		urgency: 'week',
		windows: anyTime(0, 6),
		asked: [-3, '15:45'],
		triage: 'accepted'
	},
	{
		for: { ages: [66, 80], phone: true },
		need: 'check_blood_pressure',
		title: '头晕，想量量血压',
		note: '家里有血压计，看不懂数字。',
		urgency: 'days',
		windows: anyTime(0, 3),
		asked: [-1, '10:05'],
		triage: 'accepted'
	},
	{
		for: { ages: [11, 13] },
		askedBy: 'parent',
		need: 'tutor_english',
		title: '刚上初中，英语跟不上',
		note: '音标没学过，周末或者晚上都可以。',
		urgency: 'flexible',
		windows: anyTime(1, 13),
		asked: [-4, '18:40'],
		triage: 'accepted'
	},
	{
		for: '老街社区居委会',
		askedBy: '何静',
		need: 'clean_up_day',
		title: '染坊巷清理楼道杂物',
		note: null,
		urgency: 'flexible',
		windows: [[2, 9, '08:30', '12:00']],
		people: 6,
		asked: [-5, '09:30'],
		triage: 'accepted'
	},
	{
		for: { ages: [68, 82], vulnerable: true },
		need: 'read_newspaper',
		title: '白内障手术前，想听人读读书',
		note: '书是现成的，《水浒》读到一半。',
		urgency: 'week',
		windows: anyTime(0, 6),
		asked: [-2, '11:25'],
		triage: 'new'
	}
];

export const openPlans: Record<CommunityPlan['slug'], readonly OpenPlan[]> = { chengdong, laojie };
