import type { GroupKind, JoinMode, Theme } from '#lib/groups/groups.ts';
import type { Draft } from './draft.ts';

/** A group as it stands, with who belongs to it. */
export interface GroupPlan {
	name: string;
	nameEn: string;
	kind: GroupKind;
	theme: Theme;
	words: string;
	wordsEn: string;
	meets: string;
	meetsEn: string;
	join: JoinMode;
	question?: string;
	places?: number;
	members: number;
	/** Years that members have, from and to. */
	ages: [number, number];
	/** Those of the cast who belong, the leader first where one of them leads. */
	cast?: string[];
	led?: boolean;
	/** The venue where it usually meets. */
	venue?: string;
	/** The partner unit it belongs to. */
	unit?: string;
	/** Answers of those who have asked. */
	wishes?: string[];
	/** What members told, the newest first. */
	stories?: string[];
	/** What waits to be looked at. */
	held?: string;
	/** How many people the picture on its page shows; none where there is no picture. */
	drawn?: number;
	/** Photos with each story. */
	photos?: number;
	/** What the leader wrote last. */
	message?: string;
}

/** Seed 002 names the first five; the others are such as every community has. */
export const groupPlans: Record<Draft['plan']['slug'], readonly GroupPlan[]> = {
	chengdong: [
		{
			name: '中青戏曲演唱社',
			nameEn: 'Opera Singers',
			kind: 'arts',
			theme: 'culture',
			words: '越剧、黄梅戏、京剧都唱，会拉胡琴的更欢迎。不会唱也可以来听，慢慢跟着学。',
			wordsEn:
				'We sing Yue, Huangmei and Peking opera. Fiddlers are welcome, and so is who only listens at first.',
			meets: '每周二 14:00',
			meetsEn: 'Tuesdays, 2 pm',
			join: 'approval',
			question: '您唱什么戏，还是会什么乐器？',
			members: 22,
			ages: [28, 66],
			wishes: ['唱过几年越剧小生，戏服自己有', '会拉二胡，拉得一般'],
			stories: ['上周二在小广场排了《梁祝》“十八相送”，来了十九个人，还有三位新邻居坐在边上听。']
		},
		{
			name: '老年人晨练队',
			nameEn: 'Morning Exercise',
			kind: 'sports',
			theme: 'culture',
			words: '太极拳、八段锦，动作慢，跟得上就行。穿平底鞋，带一杯水。',
			wordsEn: 'Tai chi and the Eight Brocades, slowly. Wear flat shoes and bring some water.',
			meets: '每周一、三、五 6:30，周一 8:30 还有八段锦，下雨不练',
			meetsEn: 'Mondays, Wednesdays and Fridays, 6:30 am, not in the rain',
			join: 'open',
			drawn: 7,
			photos: 2,
			members: 34,
			ages: [58, 82],
			cast: ['陈桂香'],
			stories: [
				'今天练了两遍八段锦，太阳出来刚好收功。',
				'重阳节那天一起走到河堤尽头，最年长的一位走完了全程，大家都给他鼓掌。'
			],
			message: '天亮得晚了，6:30 还有点黑，路上看清脚下。'
		},
		{
			name: '夕阳红艺术团',
			nameEn: 'Sunset Glow Troupe',
			kind: 'arts',
			theme: 'culture',
			words: '合唱、腰鼓、广场舞，逢年过节上台。演出服由社区借，不收费。',
			wordsEn:
				'Choir, waist drums and dancing, on stage at every festival. Costumes are lent, free of charge.',
			meets: '每周二、四 18:45',
			meetsEn: 'Tuesdays and Thursdays, 6:45 pm',
			join: 'approval',
			places: 40,
			drawn: 9,
			photos: 1,
			members: 37,
			ages: [55, 74],
			wishes: ['退休前在厂里打腰鼓'],
			stories: ['给福利院的老人演了一场，返场唱了两首，回来路上还在车上唱。']
		},
		{
			name: '书画队',
			nameEn: 'Brush and Ink',
			kind: 'arts',
			theme: 'culture',
			words: '毛笔字、山水、花鸟。笔墨纸先用队里的，写好的挂在走廊给大家看。',
			wordsEn: 'Calligraphy and painting. Brushes and paper are there; what is done hangs in the corridor.',
			meets: '每周五 15:00',
			meetsEn: 'Fridays, 3 pm',
			join: 'open',
			members: 16,
			ages: [40, 78],
			stories: ['给新苑五号楼写了十六副楼道门牌，下个月写春联，想要的邻居可以先来登记。']
		},
		{
			name: '少儿曲艺队',
			nameEn: 'Young Storytellers',
			kind: 'arts',
			theme: 'learning',
			words: '快板、评书、相声，八到十四岁的孩子来。老师是退休的曲艺团员，家长可以在后面坐着看。',
			wordsEn: 'Clapper talk and storytelling for children of eight to fourteen. Parents may watch.',
			meets: '每周日 15:00',
			meetsEn: 'Sundays, 3 pm',
			venue: '东园议事厅',
			join: 'approval',
			question: '孩子几岁了？学过什么？',
			places: 16,
			unit: '城东实验小学',
			members: 14,
			ages: [8, 14]
		},
		{
			name: '城东读书会',
			nameEn: 'Chengdong Readers',
			kind: 'reading',
			theme: 'learning',
			words: '一个月读一本书，聊两次。不用读完也可以来，带一段您喜欢的话。',
			wordsEn: 'One book a month, two evenings to talk about it. Come even if you have not finished it.',
			meets: '每两周一次，周四 19:00',
			meetsEn: 'Every other Thursday, 7 pm',
			venue: '文体活动室',
			join: 'approval',
			question: '最近读了什么书？',
			places: 20,
			drawn: 5,
			photos: 1,
			members: 15,
			ages: [22, 70],
			cast: ['林晓慧', '张守田'],
			led: true,
			wishes: ['在读一本讲植物的书，每晚几页'],
			stories: ['这次聊了老舍，从晚上七点说到快九点。下一本由大家投票选。'],
			held: '昨天带了自家烤的饼干，聊得太开心，忘了拍书的封面，补两句：这本书值得读第二遍。',
			message: '下次还在文体活动室，请带一本想推荐的书。'
		},
		{
			name: '便民维修队',
			nameEn: 'Neighbourhood Fixers',
			kind: 'volunteers',
			theme: 'service',
			words: '修水管、换灯泡、磨剪刀。每月摆一次摊，平时跟着社区派的活走。',
			wordsEn: 'Pipes, lamps and scissors: a stall once a month, and what the community asks for.',
			meets: '每月第一个周六 9:00 摆摊',
			meetsEn: 'First Saturday of the month, 9 am',
			join: 'invitation',
			members: 12,
			ages: [30, 68],
			cast: ['张守田'],
			led: true,
			stories: ['一上午磨了四十多把剪刀，修好五把雨伞，还有一位邻居送来一锅绿豆汤。']
		},
		{
			name: '河堤净滩队',
			nameEn: 'Clean Banks',
			kind: 'volunteers',
			theme: 'cleanliness',
			words: '沿着河堤走一圈，捡垃圾，也数一数水鸟。手套和夹子由社区准备。',
			wordsEn: 'A walk along the dyke: we pick up litter and count the birds. Gloves are provided.',
			meets: '每月第一个周六 9:00',
			meetsEn: 'First Saturday of the month, 9 am',
			join: 'open',
			photos: 2,
			members: 26,
			ages: [18, 65],
			stories: ['捡了十一袋，比上个月少两袋，是好事。白鹭数到七只。']
		},
		{
			name: '平安巡逻队',
			nameEn: 'Evening Watch',
			kind: 'volunteers',
			theme: 'peace',
			words: '晚饭后两人一组走一圈，看看楼道门、路灯、堆着的东西，有事告诉网格员。',
			wordsEn: 'Two by two after supper: doors, lamps, blocked stairs. We tell the grid officer.',
			meets: '每天 19:30，轮着来',
			meetsEn: 'Every day at 7:30 pm, in turns',
			join: 'approval',
			question: '一周哪几天晚上有空？',
			unit: '河滨消防救援站',
			members: 19,
			ages: [30, 67],
			wishes: ['周一、周四可以，平时上白班']
		},
		{
			name: '智能手机互助班',
			nameEn: 'Smartphone Class',
			kind: 'class',
			theme: 'learning',
			words: '视频通话、挂号、付款、防骗，一次学一样，学会为止。带上自己的手机和老花镜。',
			wordsEn: 'Video calls, payments, staying safe: one thing at a time. Bring your phone and glasses.',
			meets: '每周三 9:30',
			meetsEn: 'Wednesdays, 9:30 am',
			join: 'open',
			places: 18,
			members: 18,
			ages: [60, 84]
		},
		{
			name: '居家手工坊',
			nameEn: 'Handicraft Circle',
			kind: 'class',
			theme: 'prosperity',
			words: '编织、布艺、剪纸，做得好的帮着联系集市摆摊，收入归自己。',
			wordsEn:
				'Knitting, cloth and paper cutting. What is good goes to the market, and the earnings are yours.',
			meets: '每周一、周四 13:30',
			meetsEn: 'Mondays and Thursdays, 1:30 pm',
			join: 'open',
			members: 21,
			ages: [26, 70],
			stories: ['春天市集卖了十二顶草帽，两位新手也卖出了第一件。']
		},
		{
			name: '象棋角',
			nameEn: 'Chess Corner',
			kind: 'other',
			theme: 'culture',
			words: '来了就能下，观棋的也欢迎。每季度比一次，奖品是一副新棋。',
			wordsEn: 'Come and play, or watch. A tournament each quarter; the prize is a new set.',
			meets: '每天下午，周六 14:00 摆擂台',
			meetsEn: 'Every afternoon; challenges on Saturdays, 2 pm',
			join: 'open',
			members: 28,
			ages: [35, 85]
		},
		{
			name: '亲子羽毛球队',
			nameEn: 'Family Badminton',
			kind: 'sports',
			theme: 'culture',
			words: '大人孩子一起打，拍子可以借。打一个半小时，打完一起收场地。',
			wordsEn: 'Parents and children play together; rackets can be lent.',
			meets: '每周六 16:00',
			meetsEn: 'Saturdays, 4 pm',
			join: 'open',
			places: 24,
			drawn: 4,
			members: 20,
			ages: [9, 46]
		}
	],
	laojie: [
		{
			name: '老戏台票友会',
			nameEn: 'Old Stage Singers',
			kind: 'arts',
			theme: 'culture',
			words: '唱本地戏，逢集的日子上老戏台。',
			wordsEn: 'Local opera on the old stage on market days.',
			meets: '逢五、逢十 14:00',
			meetsEn: 'On market days, 2 pm',
			venue: '老戏台',
			join: 'open',
			drawn: 6,
			unit: '老街文化馆',
			members: 24,
			ages: [45, 80],
			stories: ['集上唱了两折，台下站满了人，还有孩子跟着比划。']
		},
		{
			name: '书院读书俱乐部',
			nameEn: 'Academy Readers',
			kind: 'reading',
			theme: 'learning',
			words: '读地方志和老照片，听老人讲街上的事。',
			wordsEn: 'Local history and old photographs, told by those who remember.',
			meets: '每周日 15:00',
			meetsEn: 'Sundays, 3 pm',
			venue: '老街文化驿站',
			join: 'approval',
			question: '您想听哪条街的故事？',
			members: 17,
			ages: [20, 78],
			wishes: ['染坊巷，小时候外婆家在那里']
		},
		{
			name: '巷子清洁队',
			nameEn: 'Lane Keepers',
			kind: 'volunteers',
			theme: 'cleanliness',
			words: '一条巷子一个组，扫地、浇花、收旧物。',
			wordsEn: 'A team for every lane: sweeping, watering, collecting old things.',
			meets: '每周六 7:30',
			meetsEn: 'Saturdays, 7:30 am',
			join: 'open',
			members: 31,
			ages: [25, 72]
		}
	]
};
