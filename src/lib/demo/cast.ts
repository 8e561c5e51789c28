import type { SkillLevel } from '#lib/skills/skills.ts';
import type { SkillKey } from '#lib/skills/vocabulary.ts';
import { addCard, type CardPlan } from './cards.ts';
import { castMember, happened, type Draft } from './draft.ts';
import { daily } from './hours.ts';
import { addHome, addPerson, buildingNamed, firstDay } from './people.ts';
import { demoSignIns } from './sign-ins.ts';

/** Those of the residents who have a sign-in, with the home they live in; a guest lives elsewhere. */
const residents: {
	name: string;
	gender: 'female' | 'male';
	age: number;
	home: string | null;
	vulnerable?: boolean;
	/** Days from the anchor. */
	since: number;
	verified: boolean;
}[] = [
	{
		name: '陈桂香',
		gender: 'female',
		age: 78,
		home: '东园 3 号楼',
		vulnerable: true,
		since: firstDay,
		verified: true
	},
	{ name: '许建平', gender: 'male', age: 51, home: null, since: -310, verified: true },
	{ name: '张守田', gender: 'male', age: 52, home: '东园 8 号楼', since: firstDay, verified: true },
	{ name: '林晓慧', gender: 'female', age: 41, home: '河滨花园 1 号楼', since: firstDay, verified: true },
	{ name: '吴子轩', gender: 'male', age: 23, home: '新苑 5 号楼', since: -14, verified: true },
	{ name: '马晓雯', gender: 'female', age: 29, home: '柳岸 4 号楼', since: -1, verified: false }
];

/** Moves the cast in and gives the volunteers among them their cards. */
export function bringCast(draft: Draft): void {
	for (const { home, since, verified, ...person } of residents) {
		const { phone } = demoSignIns.find(({ name }) => name === person.name)!;
		const verifiedBy = verified ? castMember(draft, '李敏').id : undefined;
		const row = addPerson(draft, {
			...person,
			home: home === null ? undefined : addHome(draft, buildingNamed(draft, home)),
			kind: home === null ? 'guest' : 'resident',
			phone,
			createdAt: draft.calendar.at(since, 14 * 60 + 30),
			verifiedBy
		});
		draft.cast.set(row.name, row);
		if (verifiedBy) happened(draft, { kind: 'person', id: row.id }, 'verified', verifiedBy, row.createdAt);
	}
	for (const { name, card } of castCards(draft)) addCard(draft, castMember(draft, name), card);
}

function skills(levels: Partial<Record<SkillKey, SkillLevel>>, confirmed = true): CardPlan['skills'] {
	const entries = Object.entries(levels) as [SkillKey, SkillLevel][];
	return entries.map(([skill, level]) => ({ skill, level, confirmed, expiresOn: null }));
}

function castCards({ calendar }: Draft): { name: string; card: CardPlan }[] {
	const member = {
		status: 'approved' as const,
		healthLimits: [],
		languages: ['mandarin', 'local_dialect'],
		reachMetres: 1_500,
		activeTasksMax: 5,
		weeklyMinutesMax: 360,
		submitted: -372,
		approved: -371,
		vettedUntil: calendar.day(280),
		insuredUntil: calendar.day(210),
		honour: true
	};
	return [
		{
			name: '张守田',
			card: {
				...member,
				occupation: '自来水公司维修班长',
				employer: '县自来水公司',
				partyBranch: '县自来水公司党支部',
				strengths: '修了二十多年水管，龙头、马桶、地漏都能看；换锁也会',
				hobbies: ['象棋', '钓鱼'],
				skills: skills({ plumbing: 3, locks: 2, lending_a_hand: 2, furniture: 1 }),
				hours: daily([
					['08:30', '11:30'],
					['18:30', '21:00']
				])
			}
		},
		{
			name: '林晓慧',
			card: {
				...member,
				occupation: '会计',
				employer: '县供销公司',
				partyBranch: '县供销公司党支部',
				strengths: '做账、填表、教老人用手机付款；也愿意陪老人读报说话',
				hobbies: ['看书', '合唱'],
				skills: skills({
					bookkeeping: 3,
					letters_and_forms: 2,
					online_payments: 2,
					phone_use: 2,
					reading_aloud: 2,
					companionship: 2
				}),
				hours: daily([['18:30', '21:00']]).concat(
					[6 as const, 0 as const].map((weekday) => ({ weekday, from: 540, to: 1_050 }))
				)
			}
		},
		{
			name: '吴子轩',
			card: {
				...member,
				status: 'submitted',
				occupation: '应届毕业生',
				employer: null,
				partyBranch: null,
				strengths: '会修电脑，会教手机，有一辆电动车',
				hobbies: ['羽毛球', '摄影'],
				languages: ['mandarin', 'english'],
				skills: skills({ computer_repair: 2, phone_use: 3, delivery: 1 }, false),
				hours: daily([['09:00', '12:00']]),
				submitted: -2,
				approved: null,
				vettedUntil: null,
				insuredUntil: null,
				honour: false
			}
		}
	];
}
