import { castMember, type Draft } from './draft.ts';
import { confirmedScene, doneScene, type Scene } from './scenes.ts';

/** What lies behind those with a sign-in: 张守田 has mended her taps twice, so matching knows them as a good pair. */
export function liveCastHistory(draft: Draft): void {
	const person = castMember(draft, '陈桂香');
	const scene = (
		asked: number,
		on: number,
		from: number,
		rest: Omit<Scene, 'person' | 'staff' | 'asked' | 'windows'>
	) => ({
		...rest,
		person,
		staff: '李敏',
		asked,
		windows: [draft.calendar.span(on, from, from + 120)]
	});
	confirmedScene(
		draft,
		scene(-205, -204, 9 * 60, {
			helper: '张守田',
			need: 'fix_plumbing',
			title: '马桶一直流水',
			note: '水表转个不停，我心疼水费。',
			urgency: 'days'
		}),
		{
			minutes: 35,
			note: '换了水箱浮球和密封圈，水停了。',
			rating: 5,
			thanks: '张师傅来得快，修好了还把地拖了。'
		}
	);
	confirmedScene(
		draft,
		scene(-131, -129, 19 * 60, {
			helper: '林晓慧',
			need: 'pay_by_phone',
			title: '手机交水费不会弄',
			note: null,
			urgency: 'week'
		}),
		{
			minutes: 40,
			note: '教会了交水费，步骤写在纸上。',
			rating: 5,
			thanks: '小林说话慢，我听得明白，现在自己会交了。'
		}
	);
	confirmedScene(
		draft,
		scene(-48, -47, 10 * 60, {
			helper: '张守田',
			need: 'fix_plumbing',
			title: '洗菜池下面渗水',
			note: '柜子底板都泡湿了。',
			urgency: 'days'
		}),
		{
			minutes: 50,
			note: '下水弯头裂了，换了新的，试水半小时不渗。',
			rating: 5,
			thanks: '还是张师傅，熟门熟路，放心。'
		}
	);
	doneScene(
		draft,
		scene(-4, -2, 19 * 60, {
			helper: '林晓慧',
			need: 'read_newspaper',
			title: '想听人念念报纸',
			note: '眼睛花了，爱听本地新闻。',
			urgency: 'week',
			minutes: 45
		}),
		{ minutes: 45, note: '念了本地版和天气，又聊了一会儿家常。' }
	);
	lookInto(draft);
}

/** Staff have looked at her phone number, with a reason that she can read (PIPL). */
function lookInto(draft: Draft): void {
	const person = castMember(draft, '陈桂香');
	for (const [offset, name, reason] of [
		[-199, '李敏', '修水管后的电话回访'],
		[-60, '方志刚', '核对高龄补贴的联系电话']
	] as const) {
		const actor = castMember(draft, name);
		const at = draft.calendar.at(offset, 10 * 60 + 12);
		draft.rows.openings.push({
			id: draft.id('opening'),
			personId: person.id,
			what: 'phone',
			reason,
			actorId: actor.id,
			at
		});
	}
}
