import type { ActivityKind, SignUpMode } from '#lib/activities/activities.ts';
import type { Theme } from '#lib/groups/groups.ts';

/** An activity of the demo world. */
export interface ActivityPlan {
	name: string;
	nameEn: string;
	kind: ActivityKind;
	theme: Theme;
	words: string;
	wordsEn: string;
	/** Where, as it is said. */
	at: string;
	/** First day, from the anchor, and what is after it; without a rule once. */
	first: number;
	rule?: string;
	from: string;
	minutes: number;
	signUp?: SignUpMode;
	seats?: number;
	minimum?: number;
	companions?: number;
	youngest?: number;
	oldest?: number;
	/** What is asked of fitness. */
	fitness?: string[];
	risk?: { risk: string; riskEn: string };
	insurance?: string;
	residentsOnly?: boolean;
	/** Whose it is, where that group is; else the community's own. */
	group?: string;
	/** Who leads it, of those with a sign-in; else one of the staff. */
	ledBy?: string;
	/** How many are signed up, how many wait. */
	signed: number;
	waiting?: number;
	/** Of those with a sign-in, who is among them, and who waits. */
	also?: string[];
	alsoWaits?: string[];
}

/** The same places in English. */
export const placesEn: Readonly<Record<string, string>> = {
	东园小广场: 'East Garden square',
	滨河步道: 'The riverside path',
	社区图书角: 'The library corner',
	棋牌室: 'The card room',
	便民服务站二楼: 'Service station, first floor up',
	便民服务站大厅: 'The hall of the service station',
	社区门口集合: 'Meeting at the gate',
	各楼幢门口: 'At the door of each building',
	卫生服务站: 'The health station',
	书院小广场: 'Academy square',
	米市街步道: 'The Rice Market Street path'
};

/** Where that is in a community which has other squares and paths. */
export const placesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	laojie: { 东园小广场: '书院小广场', 滨河步道: '米市街步道' }
};

const risky = {
	risk: '路上注意安全，带好水和常用药；身体不舒服请不要勉强。',
	riskEn:
		'Take care on the way, bring water and your usual medicine, and do not force yourself when you feel unwell.'
};

/** What goes on in a year of 季季有安排、月月有活动 (seed 003), as far as it is seen from today. */
export const activityPlans: ActivityPlan[] = [
	{
		...{ name: '越剧演唱', nameEn: 'Yue opera singing', kind: 'meeting', theme: 'culture' },
		group: '中青戏曲演唱社',
		...{ words: '一起唱老段子，新来的有人教。', wordsEn: 'Old pieces together; newcomers are taught.' },
		...{ at: '东园小广场', first: -40, rule: 'FREQ=WEEKLY;BYDAY=TU', from: '14:00', minutes: 120 },
		...{ seats: 30, companions: 1, signed: 18, also: ['陈桂香'] }
	},
	{
		...{ name: '晨练太极', nameEn: 'Morning tai chi', kind: 'meeting', theme: 'culture' },
		group: '老年人晨练队',
		...{ words: '早上一起打太极，随到随练。', wordsEn: 'Tai chi in the morning; just come.' },
		...{
			at: '滨河步道',
			first: -30,
			rule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
			from: '06:30',
			minutes: 60,
			signed: 20
		}
	},
	{
		...{ name: '读书会', nameEn: 'Reading circle', kind: 'meeting', theme: 'learning' },
		group: '城东读书会',
		...{ words: '每次读一本薄书，喝茶聊天。', wordsEn: 'A thin book each time, with tea.' },
		...{ at: '社区图书角', first: -38, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', from: '19:00', minutes: 90 },
		...{ seats: 16, signed: 12, ledBy: '林晓慧' }
	},
	{
		...{ name: '象棋擂台', nameEn: 'Chess challenge', kind: 'meeting', theme: 'culture' },
		group: '象棋角',
		...{ words: '周末象棋切磋，观战也欢迎。', wordsEn: 'Chinese chess at the weekend; watchers welcome.' },
		...{ at: '棋牌室', first: -36, rule: 'FREQ=WEEKLY;BYDAY=SA', from: '14:00', minutes: 150, seats: 24 },
		...{ signed: 14, ledBy: '张守田' }
	},
	{
		...{ name: '智能手机班', nameEn: 'Smartphone class', kind: 'course', theme: 'learning' },
		group: '智能手机互助班',
		...{
			words: '视频通话、挂号、付款，一步一步学。',
			wordsEn: 'Calls, appointments and payments, step by step.'
		},
		...{ at: '便民服务站二楼', first: 3, rule: 'FREQ=WEEKLY;BYDAY=WE;COUNT=8', from: '09:30', minutes: 90 },
		...{ signUp: 'series', seats: 20, minimum: 8, companions: 1, signed: 13 }
	},
	{
		...{ name: '急救技能班', nameEn: 'First aid course', kind: 'course', theme: 'peace' },
		...{ words: '心肺复苏、止血包扎，四次课。', wordsEn: 'Resuscitation and bandaging in four sessions.' },
		...{
			at: '便民服务站二楼',
			first: -20,
			rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=4',
			from: '09:00',
			minutes: 120
		},
		...{ signUp: 'series', seats: 18, youngest: 16, signed: 16 }
	},
	{
		...{ name: '书画课', nameEn: 'Calligraphy', kind: 'course', theme: 'culture' },
		group: '书画队',
		...{ words: '毛笔和国画，笔墨自带。', wordsEn: 'Brush writing and painting; bring your brush.' },
		...{ at: '社区图书角', first: -27, rule: 'FREQ=WEEKLY;BYDAY=FR', from: '15:00', minutes: 100, seats: 15 },
		...{ signed: 11 }
	},
	{
		...{ name: '少儿曲艺', nameEn: "Children's stage", kind: 'course', theme: 'culture' },
		group: '少儿曲艺队',
		...{ words: '快板、相声，8 到 14 岁。', wordsEn: 'Clapper talk and comic dialogue, ages 8 to 14.' },
		...{
			at: '便民服务站二楼',
			first: -22,
			rule: 'FREQ=WEEKLY;BYDAY=SU',
			from: '15:00',
			minutes: 60,
			seats: 20
		},
		...{ youngest: 8, oldest: 14, signed: 9 }
	},
	{
		...{ name: '太湖一日游', nameEn: 'A day at Lake Tai', kind: 'trip', theme: 'service' },
		...{
			words: '统一乘车，中午自带干粮，下午五点前回。',
			wordsEn: 'By coach, with your own lunch, back by five.'
		},
		...{ at: '社区门口集合', first: 12, from: '08:00', minutes: 540, seats: 30, minimum: 20, companions: 1 },
		...{ risk: risky, insurance: '团体意外险 2026-118', signed: 30, waiting: 4, alsoWaits: ['陈桂香'] }
	},
	{
		...{ name: '重阳敬老宴', nameEn: 'Double Ninth lunch', kind: 'event', theme: 'service' },
		...{ words: '老人一起吃长寿面，听戏。', wordsEn: 'Noodles and opera for the elders.' },
		...{ at: '便民服务站大厅', first: -36, from: '10:30', minutes: 150, seats: 80, youngest: 60, signed: 60 },
		...{ also: ['陈桂香'] }
	},
	{
		...{ name: '冬季大清扫', nameEn: 'Winter clean-up', kind: 'cleanup', theme: 'cleanliness' },
		...{
			words: '楼道、花坛、河边一起收拾，工具社区备好。',
			wordsEn: 'Stairs, flower beds and the river bank; tools are there.'
		},
		...{ at: '各楼幢门口', first: 6, from: '08:30', minutes: 150, signed: 34, also: ['张守田'] }
	},
	{
		...{ name: '河边捡垃圾', nameEn: 'Litter walk', kind: 'cleanup', theme: 'cleanliness' },
		group: '河堤净滩队',
		...{ words: '沿河走一圈，顺手带走垃圾。', wordsEn: 'Along the river, taking litter with us.' },
		...{
			at: '滨河步道',
			first: -32,
			rule: 'FREQ=MONTHLY;BYDAY=1SA',
			from: '09:00',
			minutes: 90,
			companions: 2,
			signed: 12
		}
	},
	{
		...{ name: '防诈骗讲座', nameEn: 'Talk: do not be cheated', kind: 'talk', theme: 'peace' },
		...{ words: '民警讲真事，教几招。', wordsEn: 'A police officer tells true stories.' },
		...{ at: '便民服务站大厅', first: 2, from: '14:30', minutes: 90, seats: 60, signed: 31 }
	},
	{
		...{ name: '冬季养生讲座', nameEn: 'Talk: well in winter', kind: 'talk', theme: 'learning' },
		...{
			words: '社区医生讲高血压和冬天的饮食。',
			wordsEn: "The community's doctor on blood pressure and food."
		},
		...{ at: '卫生服务站', first: 8, from: '09:30', minutes: 90, seats: 40, signed: 22 }
	},
	{
		...{ name: '法律咨询日', nameEn: 'Legal advice day', kind: 'talk', theme: 'peace' },
		...{ words: '律师坐堂，家事邻里事都能问。', wordsEn: 'A lawyer listens, on family and neighbours.' },
		...{
			at: '便民服务站大厅',
			first: -25,
			rule: 'FREQ=MONTHLY;BYDAY=-1FR',
			from: '14:00',
			minutes: 180,
			signed: 6
		}
	},
	{
		...{ name: '广场舞', nameEn: 'Dancing in the square', kind: 'meeting', theme: 'culture' },
		group: '夕阳红艺术团',
		...{ words: '晚饭后跳一小时，音量不扰民。', wordsEn: 'An hour after dinner, at a low volume.' },
		...{
			at: '东园小广场',
			first: -30,
			rule: 'FREQ=WEEKLY;BYDAY=TU,TH',
			from: '18:45',
			minutes: 60,
			signed: 22
		}
	},
	{
		...{ name: '亲子手工', nameEn: 'Crafts with children', kind: 'event', theme: 'culture' },
		group: '居家手工坊',
		...{ words: '剪窗花、包汤圆，大手拉小手。', wordsEn: 'Paper cuts and dumplings with the little ones.' },
		...{ at: '便民服务站二楼', first: 13, from: '10:00', minutes: 90, seats: 24, companions: 3, signed: 8 }
	},
	{
		...{ name: '邻里百家宴', nameEn: "Neighbours' dinner", kind: 'event', theme: 'service' },
		...{ words: '每家一道菜，坐满一条街。', wordsEn: 'A dish from each home, a street full of tables.' },
		...{ at: '东园小广场', first: 27, from: '17:00', minutes: 120, seats: 120, companions: 3, signed: 40 }
	},
	{
		...{ name: '元旦联欢', nameEn: "New Year's show", kind: 'event', theme: 'culture' },
		...{ words: '各队拿手节目，欢迎报名上台。', wordsEn: 'Every group shows what it can do.' },
		...{ at: '便民服务站大厅', first: 38, from: '14:00', minutes: 150, seats: 100, companions: 1, signed: 26 }
	},
	{
		...{ name: '二手集市', nameEn: 'Second-hand market', kind: 'event', theme: 'prosperity' },
		...{
			words: '闲置的东西换一换，书、玩具、小家电。',
			wordsEn: 'Books, toys and small things change hands.'
		},
		...{
			at: '东园小广场',
			first: -23,
			rule: 'FREQ=MONTHLY;BYDAY=-1SU',
			from: '09:00',
			minutes: 180,
			signed: 14
		}
	},
	{
		...{ name: '就业面对面', nameEn: 'Meet employers', kind: 'event', theme: 'prosperity' },
		...{ words: '附近十家单位来招人，带上简历。', wordsEn: 'Ten employers from around; bring your papers.' },
		...{ at: '便民服务站大厅', first: 16, from: '09:00', minutes: 180, signed: 11 }
	},
	{
		...{ name: '登山健走', nameEn: 'Hill walk', kind: 'trip', theme: 'culture' },
		...{ words: '六公里山路，中等强度。', wordsEn: 'Six kilometres up and down.' },
		...{ at: '社区门口集合', first: 20, from: '07:30', minutes: 300, seats: 25, youngest: 14, oldest: 70 },
		...{ risk: risky, insurance: '团体意外险 2026-121', residentsOnly: true, signed: 10 },
		fitness: ['heart', 'walk']
	},
	{
		...{ name: '八段锦', nameEn: 'Baduanjin', kind: 'meeting', theme: 'culture' },
		group: '老年人晨练队',
		...{ words: '动作慢，坐着也能练。', wordsEn: 'Slow; can be done sitting.' },
		...{
			at: '卫生服务站',
			first: -29,
			rule: 'FREQ=WEEKLY;BYDAY=MO',
			from: '08:30',
			minutes: 60,
			seats: 20,
			signed: 12
		},
		...{ also: ['陈桂香'] }
	},
	{
		...{ name: '志愿者碰头会', nameEn: "Volunteers' round", kind: 'meeting', theme: 'service' },
		...{ words: '说说这个月帮了谁、还缺什么。', wordsEn: 'Who was helped this month, and what is missing.' },
		...{
			at: '便民服务站二楼',
			first: -33,
			rule: 'FREQ=MONTHLY;BYDAY=2WE',
			from: '19:00',
			minutes: 60,
			signed: 15
		},
		...{ also: ['张守田'] }
	},
	{
		...{ name: '秋季急救技能班', nameEn: 'First aid course, autumn', kind: 'course', theme: 'peace' },
		...{ words: '心肺复苏、止血包扎，四次课。', wordsEn: 'Resuscitation and bandaging in four sessions.' },
		...{ at: '便民服务站二楼', first: -42, rule: 'FREQ=WEEKLY;COUNT=4', from: '18:30', minutes: 90 },
		...{ signUp: 'series', seats: 18, youngest: 16, signed: 12, also: ['张守田', '陈桂香'] }
	}
];
