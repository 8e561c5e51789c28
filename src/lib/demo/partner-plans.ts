import type { Draft } from './draft.ts';
import type { PartnerUnitRow } from './rows.ts';

/** A unit as it was agreed with, its days counted from the anchor. */
type PartnerPlan = Pick<
	PartnerUnitRow,
	'kind' | 'name' | 'nameEn' | 'words' | 'wordsEn' | 'contactName' | 'contactPhone'
> & { from: number; to: number | null };

/** 驻区单位, 共建单位, 牵头单位 (seed 004); each lends what it has. */
export const partnerPlans: Record<Draft['plan']['slug'], readonly PartnerPlan[]> = {
	chengdong: [
		{
			...{ kind: 'leading', name: '河滨消防救援站', nameEn: 'Riverside Fire Station', from: -400, to: null },
			words: '每季度查一遍楼道和充电棚，十一月开放日请居民来学灭火，牵头平安楼栋。',
			wordsEn:
				'Looks through stairwells and charging sheds every quarter, and teaches how to put out a fire.',
			...{ contactName: '站部值班室', contactPhone: '0000-2101' }
		},
		{
			...{ kind: 'located', name: '柳岸医院', nameEn: 'Willow Bank Hospital', from: -330, to: 400 },
			words: '每月两名医生到社区义诊，给高龄老人上门量血压；停车场周末让给居民。',
			wordsEn: 'Two doctors every month, visits to the very old, and its car park at weekends.',
			...{ contactName: '医务科', contactPhone: '0000-2102' }
		},
		{
			...{ kind: 'located', name: '城东实验小学', nameEn: 'Chengdong Primary School', from: -300, to: 38 },
			words: '放学后和周末借操场、教室；老师带孩子们的曲艺队，学生给独居老人写信。',
			wordsEn: 'Lends its yard and classrooms; teachers lead the young storytellers.',
			...{ contactName: '德育处', contactPhone: '0000-2103' }
		},
		{
			...{ kind: 'assigned', name: '惠民银行东园支行', nameEn: 'Dongyuan Bank Branch', from: -250, to: 480 },
			words: '派人教老人用手机银行、防诈骗，每月第二个周三在便民服务站。',
			wordsEn: 'Teaches elders mobile banking and how not to be cheated, once a month.',
			...{ contactName: '大堂经理', contactPhone: '0000-2104' }
		},
		{
			...{ kind: 'assigned', name: '邻家超市', nameEn: 'Linjia Supermarket', from: -120, to: null },
			words: '给行动不便的住户送菜上门，重阳节、春节备年货，大清扫日出人出水。',
			wordsEn: 'Brings groceries to those who cannot come, and helps on clean-up days.',
			...{ contactName: '店长办公室', contactPhone: '0000-2105' }
		}
	],
	laojie: [
		{
			...{ kind: 'located', name: '老街文化馆', nameEn: 'Laojie House of Culture', from: -280, to: null },
			words: '借老戏台和灯光，派老师教戏。',
			wordsEn: 'Lends the old stage with its lights, and a teacher.',
			...{ contactName: '群文部', contactPhone: '0000-6101' }
		},
		{
			...{ kind: 'assigned', name: '米市邮政所', nameEn: 'Rice Market Post Office', from: -200, to: 300 },
			words: '替走不动的老人取件、寄信，春节写春联。',
			wordsEn: 'Fetches and posts letters for those who cannot walk.',
			...{ contactName: '所长', contactPhone: '0000-6102' }
		}
	]
};
