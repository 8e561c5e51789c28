import type { Draft } from './draft.ts';
import type { ServicePointRow, VenueRow } from './rows.ts';

type VenuePlan = Omit<VenueRow, 'id'>;
type PointPlan = Omit<ServicePointRow, 'id'>;

/*
 * The five kinds of place (五大场所, seed 001) and what lies about (服务网点). Both communities lack something somewhere,
 * as communities do.
 */
const room = { fromMinute: 8 * 60, toMinute: 21 * 60 };
const outside = { fromMinute: 5 * 60 + 30, toMinute: 22 * 60 };
const daily = '7:00—19:00';
const workdays = '8:30—17:30';

export const venuePlans: Record<Draft['plan']['slug'], VenuePlan[]> = {
	chengdong: [
		{
			kind: 'exercise',
			name: '柳岸晨练广场',
			nameEn: 'Willow Bank exercise ground',
			address: '柳岸南门外，河堤边',
			addressEn: 'Outside the south gate of Willow Bank, by the dyke',
			east: 900,
			north: 660,
			seats: 80,
			...outside
		},
		{
			kind: 'assembly',
			name: '东园议事厅',
			nameEn: 'Dongyuan meeting room',
			address: '社区服务楼二层',
			addressEn: 'First floor of the community building',
			east: 475,
			north: 160,
			seats: 40,
			...room
		},
		{
			kind: 'culture',
			name: '文体活动室',
			nameEn: 'Culture and sports room',
			address: '社区服务楼三层',
			addressEn: 'Second floor of the community building',
			east: 480,
			north: 150,
			seats: 30,
			...room
		},
		{
			kind: 'health',
			name: '保健角',
			nameEn: 'Health corner',
			address: '新苑 5 号楼一层，量血压、做理疗操',
			addressEn: 'Ground floor of Xinyuan Building 5',
			east: 1_180,
			north: 310,
			seats: 12,
			...room
		},
		{
			kind: 'training',
			name: '市民学校教室',
			nameEn: "Citizens' school classroom",
			address: '城东小学西门旁',
			addressEn: 'By the west gate of the primary school',
			east: 700,
			north: 380,
			seats: 45,
			...room
		}
	],
	laojie: [
		{
			kind: 'exercise',
			name: '书院晨练场',
			nameEn: 'Academy exercise ground',
			address: '书院新村中心花园',
			addressEn: 'Central garden of Academy Village',
			east: 320,
			north: 760,
			seats: 60,
			...outside
		},
		{
			kind: 'assembly',
			name: '老戏台',
			nameEn: 'The old stage',
			address: '米市街口',
			addressEn: 'Corner of Rice Market Street',
			east: 640,
			north: 400,
			seats: 120,
			...room
		},
		{
			kind: 'culture',
			name: '老街文化驿站',
			nameEn: 'Laojie culture house',
			address: '米市街 12 号',
			addressEn: '12 Rice Market Street',
			east: 700,
			north: 330,
			seats: 35,
			...room
		},
		{
			kind: 'training',
			name: '绣坊教室',
			nameEn: 'Embroidery classroom',
			address: '染坊巷 6 号院',
			addressEn: 'Dyers Lane Courtyard 6',
			east: 200,
			north: 220,
			seats: 20,
			...room
		}
	]
};

const point = (
	kind: PointPlan['kind'],
	name: string,
	nameEn: string,
	[east, north]: [number, number],
	hours = daily,
	phone: string | null = null
): PointPlan => ({ kind, name, nameEn, hours, phone, east, north });

export const pointPlans: Record<Draft['plan']['slug'], PointPlan[]> = {
	chengdong: [
		point('milk', '东园奶站', 'Dongyuan milk shop', [430, 300]),
		point('post', '城东邮政点', 'Chengdong post office', [560, 120], workdays, '0000-1301'),
		point('newspapers', '河滨报刊亭', 'Riverside newsstand', [820, 240]),
		point('reading', '城东阅览室', 'Chengdong reading room', [490, 170], '9:00—20:00', '0000-1302'),
		point('clinic', '城东社区卫生服务站', 'Chengdong clinic', [1_020, 420], daily, '0000-1303'),
		point('canteen', '金桂里老年食堂', 'Jingui canteen', [420, 690], '10:30—12:30', '0000-1304'),
		point('repairs', '新苑便民维修点', 'Xinyuan repairs', [1_290, 300], workdays, '0000-1305'),
		point('market', '河滨菜市场', 'Riverside market', [930, 330])
	],
	laojie: [
		point('milk', '米市街奶站', 'Rice Market milk shop', [760, 260]),
		point('post', '老街邮政点', 'Laojie post office', [600, 440], workdays, '0000-5301'),
		point('newspapers', '书院报刊亭', 'Academy newsstand', [420, 620]),
		point('clinic', '老街社区卫生服务站', 'Laojie clinic', [520, 520], daily, '0000-5302'),
		point('canteen', '老街社区食堂', 'Laojie canteen', [650, 380], '10:30—12:30', '0000-5303'),
		point('market', '染坊巷菜场', 'Dyers Lane market', [330, 330])
	]
};
