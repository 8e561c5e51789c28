import type { ServiceGroup } from '#lib/booking/booking.ts';
import type { IconName } from '#lib/ui/icons.ts';

/** A service as the catalogue of a community's hall has it (seed 001, 一站式服务). */
export interface CataloguePlan {
	group: ServiceGroup;
	name: string;
	nameEn: string;
	purpose: string;
	purposeEn: string;
	icon: IconName;
	minutes: number;
	/** At the desk unless said. */
	places?: 'home' | 'both';
	/** Only by appointment unless said. */
	walkIn?: boolean;
	/** What to bring; a question mark at the end of the Chinese name: only those who have it. */
	documents: [zh: string, en: string][];
}

const identity: [string, string] = ['本人身份证', 'Your identity card'];
const register: [string, string] = ['户口本', 'Household register'];
const bankCard: [string, string] = ['本人银行卡', 'Your bank card'];
const photo: [string, string] = ['一寸免冠照片 2 张', 'Two passport photos'];

/** What residents come for, in the order of the groups. */
export const catalogue: readonly CataloguePlan[] = [
	{
		group: 'relief',
		name: '低保申请',
		nameEn: 'Minimum living allowance',
		purpose: '家里收入低于当地标准的，每月领一份生活补助',
		purposeEn: 'A monthly allowance for families whose income is below the local standard',
		icon: 'wallet',
		minutes: 40,
		places: 'both',
		documents: [
			identity,
			['全家人的户口本', 'Household register of the whole family'],
			['近六个月的收入证明', 'Proof of income of the last six months'],
			bankCard,
			['诊断证明或残疾证？', 'Diagnosis or disability card']
		]
	},
	{
		group: 'relief',
		name: '临时救助',
		nameEn: 'Emergency relief',
		purpose: '突然遇到大病、火灾这样的难处，先救急',
		purposeEn: 'Quick help after a sudden illness, a fire or the like',
		icon: 'hand-helping',
		minutes: 30,
		places: 'both',
		walkIn: true,
		documents: [
			identity,
			register,
			['能说明难处的材料，如病历、发票？', 'What shows the need: case notes, bills']
		]
	},
	{
		group: 'relief',
		name: '残疾人两项补贴',
		nameEn: 'Allowances for people with a disability',
		purpose: '困难残疾人的生活补贴、重度残疾人的护理补贴',
		purposeEn: 'Living allowance for those in need, care allowance for severe disabilities',
		icon: 'accessibility',
		minutes: 30,
		places: 'both',
		documents: [identity, ['残疾证', 'Disability card'], bankCard, ['低保证？', 'Allowance booklet']]
	},
	{
		group: 'jobs',
		name: '就业登记',
		nameEn: 'Registering a new job',
		purpose: '找到工作后登记，方便缴社保、享受补贴',
		purposeEn: 'For insurance and subsidies once you have found work',
		icon: 'briefcase',
		minutes: 20,
		walkIn: true,
		documents: [identity, ['劳动合同', 'Contract of work']]
	},
	{
		group: 'jobs',
		name: '失业登记',
		nameEn: 'Registering as unemployed',
		purpose: '登记后可以领失业金、参加培训、听岗位介绍',
		purposeEn: 'Opens the way to benefits, training and offers of work',
		icon: 'id-card',
		minutes: 20,
		documents: [identity, ['解除劳动关系的证明？', 'Proof that the last job ended'], photo]
	},
	{
		group: 'jobs',
		name: '就业困难人员认定',
		nameEn: 'Recognition as hard to employ',
		purpose: '年龄大、残疾或家里没人有工作的，认定后有专人帮扶',
		purposeEn: 'For those whom age, disability or a family without work keeps from a job',
		icon: 'handshake',
		minutes: 30,
		documents: [identity, register, ['失业登记证明', 'Proof of registration as unemployed']]
	},
	{
		group: 'insurance',
		name: '灵活就业社保',
		nameEn: 'Social insurance for the self-employed',
		purpose: '没有单位的，自己参加养老和医疗保险',
		purposeEn: 'Pension and health insurance for those without an employer',
		icon: 'shield-check',
		minutes: 30,
		documents: [identity, register, bankCard]
	},
	{
		group: 'insurance',
		name: '医保参保',
		nameEn: "Joining the residents' health insurance",
		purpose: '没有单位的居民、老人和孩子参加居民医保',
		purposeEn: 'For residents without an employer, the old and children',
		icon: 'briefcase-medical',
		minutes: 15,
		walkIn: true,
		documents: [identity, register]
	},
	{
		group: 'insurance',
		name: '异地就医备案',
		nameEn: 'Treatment in another city',
		purpose: '去外地看病前登记，回来不用再跑报销',
		purposeEn: 'Registered before the journey, paid directly there',
		icon: 'hospital',
		minutes: 15,
		walkIn: true,
		documents: [identity, ['社保卡', 'Social insurance card']]
	},
	{
		group: 'insurance',
		name: '养老待遇资格认证',
		nameEn: 'Yearly pension confirmation',
		purpose: '领养老金的老人每年确认一次',
		purposeEn: 'Once a year for those who receive a pension',
		icon: 'badge-check',
		minutes: 10,
		places: 'both',
		walkIn: true,
		documents: [identity]
	},
	{
		group: 'family_planning',
		name: '生育登记',
		nameEn: 'Registering a birth',
		purpose: '准备生孩子或刚生了孩子，登记后领服务手册',
		purposeEn: 'For parents to be and new parents, with the booklet of services',
		icon: 'baby',
		minutes: 20,
		documents: [
			['夫妻双方身份证', 'Identity cards of both parents'],
			['结婚证？', 'Marriage certificate'],
			register
		]
	},
	{
		group: 'family_planning',
		name: '独生子女家庭奖励扶助',
		nameEn: 'Support for parents of an only child',
		purpose: '独生子女父母年满六十，每年领一份扶助',
		purposeEn: 'A yearly support for parents of an only child from the age of sixty',
		icon: 'heart-handshake',
		minutes: 30,
		documents: [identity, register, ['独生子女证', "Only child's certificate"], bankCard]
	},
	{
		group: 'certificates',
		name: '居住证明',
		nameEn: 'Proof of residence',
		purpose: '办居住证、孩子上学、开户时证明住在这里',
		purposeEn: 'For a residence permit, school or a bank account',
		icon: 'house',
		minutes: 10,
		walkIn: true,
		documents: [identity, ['房产证或租房合同', 'Title deed or tenancy agreement']]
	},
	{
		group: 'certificates',
		name: '入学住址核实',
		nameEn: 'Address check for school',
		purpose: '孩子上小学、初中前核实住址',
		purposeEn: 'Before a child starts primary or middle school',
		icon: 'graduation-cap',
		minutes: 15,
		documents: [
			register,
			['房产证或租房合同', 'Title deed or tenancy agreement'],
			['出生证', 'Birth certificate']
		]
	},
	{
		group: 'party',
		name: '党组织关系转接',
		nameEn: 'Transfer of party membership',
		purpose: '搬家、退休、换工作后，把组织关系转过来或转出去',
		purposeEn: 'After a move, retirement or a new job',
		icon: 'landmark',
		minutes: 20,
		documents: [identity, ['组织关系介绍信', 'Letter of introduction']]
	},
	{
		group: 'party',
		name: '在职党员报到',
		nameEn: 'Reporting as an in-service member',
		purpose: '在单位工作的党员到居住地社区报到',
		purposeEn: 'For party members in service who live here',
		icon: 'users-round',
		minutes: 10,
		walkIn: true,
		documents: [identity, ['单位党组织介绍信', "Letter of the employer's branch"]]
	},
	{
		group: 'home_care',
		name: '居家养老评估',
		nameEn: 'Assessment for care at home',
		purpose: '工作人员上门看看，老人需要哪些照料',
		purposeEn: 'Staff come and see which care an older person needs',
		icon: 'house-heart',
		minutes: 60,
		places: 'home',
		documents: [
			['老人的身份证', "The older person's identity card"],
			['病历、正在吃的药？', 'Case notes and medicines in use']
		]
	},
	{
		group: 'home_care',
		name: '高龄津贴',
		nameEn: 'Allowance for the very old',
		purpose: '年满八十的老人，每月领一份津贴',
		purposeEn: 'A monthly allowance from the age of eighty',
		icon: 'gift',
		minutes: 15,
		places: 'both',
		walkIn: true,
		documents: [['老人的身份证', "The older person's identity card"], register, bankCard]
	},
	{
		group: 'other',
		name: '老年优待证',
		nameEn: 'Senior card',
		purpose: '年满六十的老人，坐车、进公园有优待',
		purposeEn: 'From the age of sixty: reductions on buses and in parks',
		icon: 'award',
		minutes: 10,
		walkIn: true,
		documents: [identity, photo]
	}
];
