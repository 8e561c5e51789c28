import type { ShareState } from '#lib/groups/shares.ts';
import type { Draft } from './draft.ts';

/** Groups that one community opens to the other, and how far that is. */
const shares: { group: string; status: ShareState; offered: number; changed: number }[] = [
	{ group: '老戏台票友会', status: 'agreed', offered: -60, changed: -57 },
	{ group: '书院读书俱乐部', status: 'offered', offered: -2, changed: -2 }
];

/** Two communities share groups: one is open to both, and another one is offered. */
export function shareGroups(drafts: readonly Draft[]): void {
	for (const { group: name, status, offered, changed } of shares) {
		const home = drafts.find(({ rows }) => rows.groups.some((one) => one.name === name))!;
		const host = drafts.find((one) => one !== home)!;
		const row = {
			id: home.id('group_share'),
			homeId: home.rows.community.id,
			hostId: host.rows.community.id,
			groupId: home.rows.groups.find((one) => one.name === name)!.id,
			status,
			offeredAt: home.calendar.at(offered, 10 * 60),
			changedAt: home.calendar.at(changed, 15 * 60)
		};
		for (const { rows } of [home, host]) rows.groupShares.push(row);
	}
}
