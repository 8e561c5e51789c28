import type { SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import type { DemoSignIn } from './sign-ins.ts';
import type { Rhythm } from './hours.ts';

/** A way of earning one's living, and what a volunteer brings from it. */
export interface Occupation {
	name: string;
	/** Where; none for those who have retired or work for themselves. */
	employers: string[];
	/** How many volunteers of each community do it. */
	count: Record<DemoSignIn['community'], number>;
	gender?: 'female' | 'male';
	ages: [number, number];
	skills: Partial<Record<SkillKey, SkillLevel>>;
	rhythm: Rhythm;
	/** How often they are party members, against each other. */
	party: number;
	/** In their own words. */
	strengths: string[];
}

const retired: [number, number] = [60, 73];
const working: [number, number] = [25, 57];
const young: [number, number] = [23, 40];
const school = ['县第二中学', '县实验中学'];
const hospital = ['县人民医院', '县中医院'];

function job(
	name: string,
	employers: string[],
	[chengdong, laojie]: [number, number],
	skills: Occupation['skills'],
	rest: Partial<Occupation> & { strengths: string[] }
): Occupation {
	const usual = { ages: working, rhythm: 'office', party: 1 } as const;
	return { ...usual, name, employers, count: { chengdong, laojie }, skills, ...rest };
}

/** 168 volunteers in the east, two more have a sign-in; 130 in the old quarter. */
export const occupations: readonly Occupation[] = [
	job(
		'退休工人',
		[],
		[11, 13],
		{ lending_a_hand: 2, companionship: 1, patrol: 2, chess: 2 },
		{
			ages: retired,
			rhythm: 'retired',
			party: 2,
			strengths: ['身体还行，楼里的事都熟', '会下棋，能陪老人坐坐', '以前在纱厂干了三十年，手脚勤快']
		}
	),
	job(
		'退休教师',
		[],
		[8, 6],
		{
			reading_aloud: 2,
			tutoring_chinese: 3,
			homework_supervision: 2,
			letters_and_forms: 2,
			calligraphy: 2,
			giving_talks: 2,
			companionship: 1
		},
		{
			ages: retired,
			rhythm: 'retired',
			party: 3,
			strengths: ['教了一辈子语文，写写信、念念报都行', '毛笔字拿得出手', '喜欢孩子，有耐心']
		}
	),
	job(
		'退休干部',
		[],
		[8, 5],
		{
			policy_advice: 2,
			mediation: 2,
			letters_and_forms: 2,
			giving_talks: 2,
			event_organising: 2,
			companionship: 1
		},
		{
			ages: retired,
			rhythm: 'retired',
			party: 5,
			strengths: ['在街道工作多年，政策熟', '邻里有矛盾愿意去说和', '能讲党史，也能听人说话']
		}
	),
	job(
		'退休护士',
		[],
		[3, 2],
		{ nursing: 3, elder_care: 3, hospital_company: 2, health_talks: 2, companionship: 1 },
		{
			ages: [56, 68],
			gender: 'female',
			rhythm: 'retired',
			party: 2,
			strengths: ['干了三十多年护理，血压血糖都会量', '会照顾卧床老人']
		}
	),
	job(
		'退休水电工',
		[],
		[2, 3],
		{ plumbing: 3, electrics: 3, locks: 2, furniture: 1 },
		{
			ages: [60, 68],
			gender: 'male',
			rhythm: 'retired',
			party: 1,
			strengths: ['水电小毛病随叫随到', '持电工证，干了一辈子水电']
		}
	),
	job(
		'中学数学教师',
		school,
		[3, 2],
		{ tutoring_maths_science: 3, homework_supervision: 3 },
		{
			rhythm: 'school',
			party: 2,
			strengths: ['初中数学、物理都能辅导']
		}
	),
	job(
		'中学语文教师',
		school,
		[3, 2],
		{ tutoring_chinese: 3, homework_supervision: 3, reading_aloud: 2, giving_talks: 2, letters_and_forms: 2 },
		{
			rhythm: 'school',
			party: 2,
			strengths: ['作文辅导，也能给老人读报']
		}
	),
	job(
		'中学英语教师',
		school,
		[3, 2],
		{ tutoring_english: 3, homework_supervision: 2, english_interpreting: 2 },
		{
			rhythm: 'school',
			party: 1,
			strengths: ['英语从零开始也能教']
		}
	),
	job(
		'小学教师',
		['城东小学', '书院小学'],
		[5, 4],
		{ homework_supervision: 3, tutoring_chinese: 2, child_care: 2, handicrafts: 2, giving_talks: 2 },
		{
			rhythm: 'school',
			party: 2,
			strengths: ['带过十几届低年级，孩子都愿意跟我', '会做手工，能带孩子写作业']
		}
	),
	job(
		'幼儿园教师',
		['县中心幼儿园'],
		[3, 2],
		{ child_care: 3, dance: 2, handicrafts: 2, storytelling: 2 },
		{
			gender: 'female',
			ages: young,
			rhythm: 'school',
			party: 1,
			strengths: ['会带孩子，讲故事、做手工都行']
		}
	),
	job(
		'护士',
		hospital,
		[6, 4],
		{ nursing: 3, first_aid: 3, hospital_company: 3, health_talks: 2 },
		{
			ages: [24, 48],
			rhythm: 'shifts',
			party: 2,
			strengths: ['熟悉医院流程，陪诊很方便', '会量血压、换药']
		}
	),
	job(
		'医生',
		hospital,
		[3, 2],
		{ nursing: 3, health_talks: 3, first_aid: 3, giving_talks: 2 },
		{
			ages: [30, 57],
			rhythm: 'shifts',
			party: 3,
			strengths: ['内科医生，可以讲慢性病的日常注意']
		}
	),
	job(
		'药师',
		['仁和药房'],
		[2, 1],
		{ health_talks: 2, shopping: 1, delivery: 1 },
		{
			rhythm: 'shifts',
			strengths: ['老人吃的药该怎么放、怎么吃，可以问我']
		}
	),
	job(
		'供电公司职工',
		['县供电公司'],
		[4, 3],
		{ electrics: 3, fire_safety: 2, lending_a_hand: 1 },
		{
			gender: 'male',
			rhythm: 'shifts',
			party: 3,
			strengths: ['持电工证，开关插座、线路都能看', '能查家里用电隐患']
		}
	),
	job(
		'自来水公司职工',
		['县自来水公司'],
		[2, 2],
		{ plumbing: 3, lending_a_hand: 1 },
		{
			gender: 'male',
			rhythm: 'shifts',
			party: 3,
			strengths: ['水表、水管、龙头都是本行']
		}
	),
	job(
		'物业维修工',
		['安居物业公司'],
		[3, 3],
		{ plumbing: 2, electrics: 2, locks: 2, appliances: 2, lending_a_hand: 1 },
		{
			gender: 'male',
			rhythm: 'shifts',
			strengths: ['小区里的零活什么都碰过']
		}
	),
	job(
		'家电维修师傅',
		[],
		[2, 2],
		{ appliances: 3, electrics: 3, computer_use: 1 },
		{
			gender: 'male',
			rhythm: 'shop',
			strengths: ['洗衣机、冰箱、油烟机都修']
		}
	),
	job(
		'开锁师傅',
		[],
		[2, 1],
		{ locks: 3, lending_a_hand: 1 },
		{
			gender: 'male',
			rhythm: 'shop',
			strengths: ['公安备过案的，换锁修锁']
		}
	),
	job(
		'木工',
		[],
		[2, 2],
		{ furniture: 3, wall_painting: 2, moving: 2 },
		{
			gender: 'male',
			rhythm: 'shop',
			strengths: ['床板、柜门、抽屉，带着工具就来']
		}
	),
	job(
		'网络工程师',
		['县融媒体中心', '县政务服务中心'],
		[3, 2],
		{ computer_repair: 3, computer_use: 3, phone_use: 2 },
		{
			ages: young,
			party: 1,
			strengths: ['电脑慢、网络断，远程上门都行']
		}
	),
	job(
		'电信营业员',
		['电信营业厅', '移动营业厅'],
		[4, 2],
		{ phone_use: 3, online_payments: 3, computer_use: 2 },
		{
			ages: young,
			rhythm: 'shifts',
			party: 1,
			strengths: ['天天教老人用手机，不着急', '套餐、字体、微信，慢慢教到会']
		}
	),
	job(
		'银行职员',
		['县农商银行', '邮政储蓄银行'],
		[5, 3],
		{ online_payments: 3, fraud_prevention: 2, phone_use: 2 },
		{
			party: 2,
			strengths: ['转账、缴费怎么才安全，可以教', '见过不少骗局，能帮着识破']
		}
	),
	job(
		'会计',
		['县供销公司', '恒兴纺织有限公司'],
		[4, 3],
		{ bookkeeping: 3, letters_and_forms: 2, data_entry: 2, paperwork_errands: 1, companionship: 1 },
		{
			party: 2,
			strengths: ['报表、报销单据我来理', '做事细，记账填表都行']
		}
	),
	job(
		'律师',
		['正平律师事务所'],
		[2, 1],
		{ legal_advice: 3, mediation: 2 },
		{
			ages: [28, 55],
			party: 2,
			strengths: ['婚姻、继承、劳动纠纷都可以问']
		}
	),
	job(
		'司法所干部',
		['河滨司法所', '县人民法院'],
		[3, 1],
		{ legal_advice: 3, mediation: 3, policy_advice: 2 },
		{
			ages: [28, 56],
			party: 5,
			strengths: ['做调解工作十年，先听人把话说完']
		}
	),
	job(
		'政务窗口干部',
		['县民政局', '县人社局', '县医保局'],
		[6, 4],
		{ policy_advice: 3, paperwork_errands: 2, job_advice: 2, letters_and_forms: 2 },
		{
			party: 5,
			strengths: ['低保、高龄补贴、医保报销，我来讲清楚', '材料怎么准备，少跑冤枉路']
		}
	),
	job(
		'机关干部',
		['县建设局', '县交通局', '县水务局', '县发改局', '县文旅局'],
		[9, 6],
		{
			policy_advice: 1,
			shopping: 1,
			companionship: 1,
			event_organising: 2,
			street_cleaning: 1,
			data_entry: 2
		},
		{
			party: 6,
			strengths: ['下班和周末有空，跑腿没问题', '组织活动比较在行', '写材料、填表格都行']
		}
	),
	job(
		'心理健康教师',
		['县职业高中'],
		[2, 1],
		{ psychological_support: 3, bereavement_support: 2, companionship: 2 },
		{
			ages: [28, 50],
			rhythm: 'school',
			party: 2,
			strengths: ['有心理咨询证书，说的话只到我这里为止']
		}
	),
	job(
		'社会工作者',
		['向阳社工服务中心'],
		[2, 1],
		{ companionship: 3, elder_care: 2, bereavement_support: 2, event_organising: 2, sign_language: 2 },
		{
			ages: young,
			party: 1,
			strengths: ['专职社工，陪老人聊天是本行，正在学手语']
		}
	),
	job(
		'民警',
		['河滨派出所', '县交警大队'],
		[4, 2],
		{ patrol: 3, fraud_prevention: 3, traffic_guidance: 2, emergency_response: 2 },
		{
			rhythm: 'shifts',
			party: 5,
			strengths: ['接到可疑电话先打给我', '晚上可以一起巡逻']
		}
	),
	job(
		'消防员',
		['县消防救援大队'],
		[2, 1],
		{ fire_safety: 3, first_aid: 3, emergency_response: 3, giving_talks: 2 },
		{
			gender: 'male',
			ages: young,
			rhythm: 'shifts',
			party: 3,
			strengths: ['能教灭火器和逃生']
		}
	),
	job(
		'公交驾驶员',
		['县公交公司', '出租车公司'],
		[4, 3],
		{ driving: 3, accessible_transport: 3, lending_a_hand: 1 },
		{
			rhythm: 'shifts',
			party: 1,
			strengths: ['驾龄十五年，开车稳，会扶轮椅上下']
		}
	),
	job(
		'货车司机',
		[],
		[2, 2],
		{ moving: 3, driving: 3, delivery: 2 },
		{
			gender: 'male',
			rhythm: 'shop',
			strengths: ['有力气，搬东西叫我']
		}
	),
	job(
		'理发师',
		[],
		[4, 3],
		{ haircuts: 3, companionship: 1 },
		{
			rhythm: 'shop',
			strengths: ['卧床的老人也能上门理']
		}
	),
	job(
		'裁缝',
		[],
		[2, 1],
		{ sewing: 3, handicrafts: 2 },
		{
			gender: 'female',
			ages: [40, 62],
			rhythm: 'shop',
			strengths: ['换拉链、改裤脚，拿来就做']
		}
	),
	job(
		'养老护理员',
		['夕阳红养老服务中心'],
		[3, 2],
		{ elder_care: 3, hospital_company: 2, cooking: 2, companionship: 2 },
		{
			gender: 'female',
			ages: [35, 56],
			rhythm: 'shifts',
			party: 1,
			strengths: ['擦身、翻身、喂饭都会，手轻']
		}
	),
	job(
		'超市店员',
		['万家超市', '河滨菜场'],
		[4, 4],
		{ shopping: 2, delivery: 1, cleaning: 1 },
		{
			rhythm: 'shifts',
			strengths: ['买菜会挑，顺路就捎上了']
		}
	),
	job(
		'快递员',
		['邮政速递', '县快递服务站'],
		[3, 2],
		{ delivery: 3, moving: 2, shopping: 1 },
		{
			gender: 'male',
			ages: young,
			rhythm: 'shop',
			strengths: ['各个楼都熟，取送东西方便']
		}
	),
	job(
		'个体经营户',
		[],
		[4, 5],
		{ business_advice: 2, online_selling: 2, cooking: 1, job_advice: 2 },
		{
			rhythm: 'shop',
			strengths: ['开过三家小店，愿意说说经验', '会做饭，逢年过节给老人送点热的']
		}
	),
	job(
		'农技员',
		['县农业技术推广站'],
		[1, 1],
		{ farming: 3, gardening: 3 },
		{
			party: 2,
			strengths: ['养花种菜可以问']
		}
	),
	job(
		'文化馆干部',
		['县文化馆'],
		[2, 2],
		{ opera: 3, choir: 2, dance: 2, event_organising: 2, handicrafts: 2 },
		{
			rhythm: 'shifts',
			party: 2,
			strengths: ['能教唱戏，也能带合唱']
		}
	),
	job(
		'大学生',
		['省师范大学', '市职业技术学院'],
		[5, 3],
		{ phone_use: 3, tutoring_english: 2, tutoring_maths_science: 2, computer_use: 2, photography: 2 },
		{
			ages: [19, 23],
			rhythm: 'student',
			strengths: ['周末在家，可以教手机、陪写作业', '会拍照，会修图']
		}
	),
	job(
		'居家带孩子',
		[],
		[5, 4],
		{ child_care: 2, cooking: 2, shopping: 1, cleaning: 1 },
		{
			gender: 'female',
			ages: [27, 46],
			rhythm: 'home',
			strengths: ['孩子上学的时候有空', '会做饭，买菜顺手多带一份']
		}
	),
	job(
		'企业职工',
		['恒兴纺织有限公司', '长河食品厂', '新城建筑公司'],
		[4, 6],
		{ lending_a_hand: 2, cleaning: 1, moving: 1, street_cleaning: 1, delivery: 1 },
		{
			rhythm: 'shifts',
			party: 1,
			strengths: ['有的是力气', '周末有空，打扫、搬东西都行']
		}
	),
	job(
		'环卫工人',
		['县环卫所'],
		[1, 2],
		{ street_cleaning: 3, waste_sorting: 2, cleaning: 2 },
		{
			rhythm: 'shifts',
			strengths: ['打扫是本行']
		}
	),
	job(
		'宠物店店员',
		['毛毛宠物店'],
		[1, 1],
		{ pet_care: 3, cleaning: 1 },
		{
			ages: young,
			rhythm: 'shifts',
			strengths: ['猫狗都会带，会喂药']
		}
	),
	job(
		'广告设计',
		['新风广告公司'],
		[2, 1],
		{ design: 3, publicity: 2, data_entry: 2, photography: 2 },
		{
			ages: young,
			strengths: ['海报、展板、公众号我来']
		}
	)
];
