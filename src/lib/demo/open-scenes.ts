import { dropOut } from './ending.ts';
import { castMember, randomOf, tell, type Draft } from './draft.ts';
import { fitting, spans } from './open.ts';
import type { Wanted, Windows } from './open-plans.ts';
import type { PersonRow } from './rows.ts';
import { acceptedScene, offerScene, type Scene } from './scenes.ts';

/** What is under way today: two offers that wait for an answer, a promise for tomorrow, and one that was given back. */
export function underWay(draft: Draft): void {
	const random = randomOf(draft, 'under way');
	const people = random.shuffled(draft.rows.people);
	const chosen = new Set<PersonRow>();
	const scene = (wanted: Wanted, windows: Windows, rest: Omit<Scene, 'person' | 'windows'>): Scene => {
		const person = fitting(draft, people, chosen, wanted);
		chosen.add(person);
		return { ...rest, person, windows: spans(draft, windows) };
	};
	const offered = [
		scene({ ages: [66, 79], phone: true }, [[2, 4, '18:30', '21:00']], {
			helper: '林晓慧',
			staff: '方志刚',
			asked: -1,
			need: 'pay_by_phone',
			title: '手机上交电费，怕按错',
			note: '以前老伴弄，现在轮到我了。',
			urgency: 'week'
		}),
		scene({ ages: [64, 82], phone: true }, [[2, 4, '08:30', '11:30']], {
			helper: '张守田',
			staff: '李敏',
			asked: -1,
			need: 'fix_lock',
			title: '防盗门关上就打不开',
			note: '要用力抬一下才转得动，怕哪天锁在外面。',
			urgency: 'week'
		})
	];
	for (const one of offered) {
		// longer than usual, so that the answer can be given all through the day
		offerScene(draft, one).made.expiresAt = draft.calendar.at(1, 12 * 60);
	}
	acceptedScene(
		draft,
		scene({ ages: [66, 84] }, [[1, 1, '09:00', '11:00']], {
			helper: '张守田',
			staff: '李敏',
			asked: -2,
			need: 'fix_plumbing',
			title: '卫生间地漏返水',
			note: '洗澡水下得慢，楼下还没发现漏。',
			urgency: 'days'
		})
	);
	giveBack(
		draft,
		scene({ ages: [74, 90], vulnerable: true }, [[0, 1, '08:30', '20:30']], {
			helper: '林晓慧',
			staff: '李敏',
			asked: -2,
			need: 'visit_the_sick',
			title: '出院第三天，盼着有人来看看',
			note: '女儿下周才能回来，饭有邻居送。',
			urgency: 'days'
		})
	);
}

/** Dropped out last afternoon: it is open again, on top of the list. */
function giveBack(draft: Draft, scene: Scene): void {
	const { help, task } = acceptedScene(draft, scene);
	const at = draft.calendar.at(-1, 15 * 60 + 36);
	dropOut(draft, help, task, 'no_time', at);
	const { id, need } = help.request;
	for (const name of ['李敏', '方志刚', '顾明华']) {
		const news = { params: { need }, path: `/desk/requests/${id}`, about: task.id, at };
		tell(draft, castMember(draft, name).id, { template: 'staff_dropped_out', ...news });
	}
}
