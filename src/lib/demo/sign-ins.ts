/** Someone as whom one may look around in the demo world. */
export interface DemoSignIn {
	phone: string;
	role: 'resident' | 'volunteer' | 'staff' | 'admin' | 'supervisor';
	/** Slug of the community in which to start. */
	community: 'chengdong' | 'laojie';
	name: string;
	/** Who that is, in one line. */
	zh: string;
	en: string;
}

export const demoSignIns: readonly DemoSignIn[] = [
	{
		phone: '13800000001',
		role: 'resident',
		community: 'chengdong',
		name: '陈桂香',
		zh: '陈桂香，居民，78 岁，独居，住东园 3 号楼',
		en: 'Chen Guixiang, resident, 78, lives alone in Dongyuan Building 3'
	},
	{
		phone: '13800000002',
		role: 'resident',
		community: 'chengdong',
		name: '许建平',
		zh: '许建平，居民，陈桂香的儿子，在外地工作，替母亲求助',
		en: 'Xu Jianping, her son, works in another city and asks on her behalf'
	},
	{
		phone: '13800000003',
		role: 'volunteer',
		community: 'chengdong',
		name: '张守田',
		zh: '张守田，党员志愿者，自来水公司维修班长，会修水管',
		en: 'Zhang Shoutian, volunteer and party member, repairs pipes at the waterworks'
	},
	{
		phone: '13800000004',
		role: 'volunteer',
		community: 'chengdong',
		name: '林晓慧',
		zh: '林晓慧，党员志愿者，41 岁，会计，晚上和周末有空',
		en: 'Lin Xiaohui, volunteer and party member, 41, accountant, free in the evenings'
	},
	{
		phone: '13800000005',
		role: 'volunteer',
		community: 'chengdong',
		name: '吴子轩',
		zh: '吴子轩，刚交了登记卡，等社区核实',
		en: 'Wu Zixuan, handed in a registration card that waits for approval'
	},
	{
		phone: '13800000006',
		role: 'staff',
		community: 'chengdong',
		name: '李敏',
		zh: '李敏，社区工作人员，东园的网格员',
		en: 'Li Min, community staff, grid officer of Dongyuan'
	},
	{
		phone: '13800000007',
		role: 'staff',
		community: 'chengdong',
		name: '方志刚',
		zh: '方志刚，社区工作人员，民政窗口',
		en: 'Fang Zhigang, community staff, welfare desk'
	},
	{
		phone: '13800000008',
		role: 'admin',
		community: 'chengdong',
		name: '顾明华',
		zh: '顾明华，城东社区书记',
		en: 'Gu Minghua, secretary of Chengdong community'
	},
	{
		phone: '13800000009',
		role: 'supervisor',
		community: 'chengdong',
		name: '沈国平',
		zh: '沈国平，河滨街道，看得到下属各社区',
		en: 'Shen Guoping, Riverside sub-district, sees all its communities'
	},
	{
		phone: '13800000010',
		role: 'resident',
		community: 'chengdong',
		name: '马晓雯',
		zh: '马晓雯，新搬来的居民，身份还没有核实',
		en: 'Ma Xiaowen, moved in lately, not verified yet'
	},
	{
		phone: '13800000011',
		role: 'staff',
		community: 'laojie',
		name: '何静',
		zh: '何静，老街社区工作人员',
		en: 'He Jing, staff of Laojie community'
	},
	{
		phone: '13800000012',
		role: 'admin',
		community: 'laojie',
		name: '罗卫东',
		zh: '罗卫东，老街社区书记',
		en: 'Luo Weidong, secretary of Laojie community'
	}
];
