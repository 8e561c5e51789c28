import type { DemoSignIn } from './sign-ins.ts';

/** A compound as it lies on the map. */
export interface CompoundPlan {
	name: string;
	nameEn: string;
	/** What a building is called there, with its number in the place of `#`. */
	house: string;
	houseEn: string;
	/** South-west corner, metres. */
	east: number;
	north: number;
	columns: number;
	rows: number;
	/** Stairwells of a building (单元); none in a courtyard, where doors are counted through. */
	stairwells: number;
	/** How many grids its buildings are split into (包片负责制, seed 003). */
	grids: number;
}

export interface CommunityPlan {
	slug: DemoSignIn['community'];
	name: string;
	nameEn: string;
	phone: string;
	/** First five digits of the mobile numbers there, all invented. */
	mobiles: string;
	widthMetres: number;
	heightMetres: number;
	compounds: CompoundPlan[];
	/** Homes in a building, at least and at most. */
	homes: [number, number];
	/** Out of a hundred homes: those of one old person, and of an old couple. */
	oldAlone: number;
	oldCouples: number;
	/** Paid staff, the secretary among them. */
	staff: number;
	/** Volunteers with an approved card, and how many of them are party members. */
	volunteers: number;
	partyMembers: number;
	/** Requests of single people in the past year. */
	pastRequests: number;
	/** Units in whose name help is asked for. */
	units: string[];
}

const block = { house: '#号楼', houseEn: 'Building #', stairwells: 3 };
const courtyard = { house: '#号院', houseEn: 'Courtyard #', stairwells: 0 };

/*
 * The shape of seed 002: a new town in the east (2,458 households, 6,586 people) and an old quarter (5,180 and
 * 17,460), 29 staff in both. The world holds a quarter of the people. The seed's 170 volunteers are those of the
 * east, where most demo sign-ins live, so that a hundred party members and a hundred residents can be paired inside
 * one community (百名结对, seed 003); the old quarter has a further 130.
 */
export const communityPlans: readonly CommunityPlan[] = [
	{
		slug: 'chengdong',
		name: '城东社区',
		nameEn: 'Chengdong',
		phone: '0000-1234',
		mobiles: '13700',
		widthMetres: 1_500,
		heightMetres: 1_200,
		compounds: [
			{ name: '东园', nameEn: 'Dongyuan', ...block, east: 120, north: 130, columns: 4, rows: 3, grids: 2 },
			{
				name: '河滨花园',
				nameEn: 'Riverside Garden',
				...block,
				east: 620,
				north: 110,
				columns: 4,
				rows: 2,
				grids: 2
			},
			{ name: '新苑', nameEn: 'Xinyuan', ...block, east: 1_090, north: 240, columns: 3, rows: 3, grids: 2 },
			{ name: '金桂里', nameEn: 'Jingui', ...block, east: 240, north: 730, columns: 4, rows: 2, grids: 1 },
			{ name: '柳岸', nameEn: 'Willow Bank', ...block, east: 850, north: 720, columns: 4, rows: 2, grids: 1 }
		],
		homes: [11, 16],
		oldAlone: 17,
		oldCouples: 19,
		staff: 12,
		volunteers: 170,
		partyMembers: 118,
		pastRequests: 560,
		units: ['城东小学', '城东社区卫生服务站', '县图书馆', '城东社区居委会']
	},
	{
		slug: 'laojie',
		name: '老街社区',
		nameEn: 'Laojie',
		phone: '0000-5678',
		mobiles: '13701',
		widthMetres: 1_300,
		heightMetres: 1_600,
		compounds: [
			{
				name: '染坊巷',
				nameEn: 'Dyers Lane',
				...courtyard,
				east: 110,
				north: 140,
				columns: 5,
				rows: 3,
				grids: 3
			},
			{
				name: '米市街',
				nameEn: 'Rice Market Street',
				...courtyard,
				east: 680,
				north: 120,
				columns: 5,
				rows: 3,
				grids: 3
			},
			{
				name: '书院新村',
				nameEn: 'Academy Village',
				...block,
				east: 150,
				north: 620,
				columns: 4,
				rows: 3,
				grids: 2
			},
			{ name: '北门', nameEn: 'North Gate', ...block, east: 720, north: 640, columns: 4, rows: 3, grids: 2 },
			{
				name: '纱厂宿舍',
				nameEn: 'Cotton Mill Quarters',
				...block,
				east: 380,
				north: 1_140,
				columns: 5,
				rows: 2,
				grids: 2
			}
		],
		homes: [14, 19],
		oldAlone: 20,
		oldCouples: 22,
		staff: 17,
		volunteers: 130,
		partyMembers: 74,
		pastRequests: 440,
		units: ['老街社区居委会', '书院小学', '县文化馆', '老街社区食堂']
	}
];
