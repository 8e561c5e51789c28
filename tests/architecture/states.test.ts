import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dutyTransitions, swapTransitions } from '#lib/hours/roster.ts';
import { signUpTransitions } from '#lib/activities/activities.ts';
import { cleanupTransitions } from '#lib/cleanups/cleanups.ts';
import { proxyTransitions } from '#lib/accounts/proxies.ts';
import { shareTransitions } from '#lib/groups/shares.ts';
import { ticketTransitions } from '#lib/hall/hall.ts';
import { offerTransitions } from '#lib/matching/offers.ts';
import { campaignTransitions, pairingTransitions } from '#lib/pairings/pairings.ts';
import { requestTransitions, triageTransitions } from '#lib/requests/requests.ts';
import { planTransitions } from '#lib/plans/plans.ts';
import { mayBecome, statesBefore, type Transitions } from '#lib/shared/states.ts';
import { taskTransitions } from '#lib/tasks/tasks.ts';
import { cardTransitions } from '#lib/volunteers/volunteers.ts';

interface Life {
	name: string;
	table: Transitions<string>;
	first: string;
	/** Nothing leaves these. */
	last: string[];
}

const lives: Life[] = [
	{ name: 'a request', table: requestTransitions, first: 'open', last: ['done', 'cancelled', 'closed'] },
	{ name: 'its triage', table: triageTransitions, first: 'new', last: ['refused'] },
	{
		name: 'an offer',
		table: offerTransitions,
		first: 'waiting',
		last: ['accepted', 'declined', 'lapsed', 'withdrawn']
	},
	{
		name: 'a task',
		table: taskTransitions,
		first: 'planned',
		last: ['confirmed', 'resolved', 'cancelled', 'dropped_out']
	},
	{ name: 'a plan', table: planTransitions, first: 'making', last: ['discarded'] },
	{ name: 'a campaign', table: campaignTransitions, first: 'draft', last: ['closed'] },
	{ name: 'a pair', table: pairingTransitions, first: 'offered', last: ['ended'] },
	{ name: 'a duty', table: dutyTransitions, first: 'draft', last: [] },
	{
		name: 'a swap of duties',
		table: swapTransitions,
		first: 'asked',
		last: ['accepted', 'declined', 'withdrawn']
	},
	{ name: 'a family proxy', table: proxyTransitions, first: 'asked', last: ['declined', 'ended'] },
	{
		name: 'a wait for a seat',
		table: signUpTransitions,
		first: 'waiting',
		last: ['withdrawn', 'lapsed', 'called_off', 'merged']
	},
	{
		name: 'a group open to a neighbouring community',
		table: shareTransitions,
		first: 'offered',
		last: ['refused', 'withdrawn', 'ended']
	},
	{ name: 'a number of the queue', table: ticketTransitions, first: 'waiting', last: ['served', 'left'] },
	{ name: 'a campaign day', table: cleanupTransitions, first: 'draft', last: ['cancelled'] },
	{ name: 'a card', table: cardTransitions, first: 'draft', last: [] }
];

/** What many hands do at once: each names a state it wants; it comes about only where the row still allows it. */
function live({ table, first }: Life, wishes: string[]): string[] {
	const lived = [first];
	for (const wish of wishes) if (statesBefore(table, wish).includes(lived.at(-1)!)) lived.push(wish);
	return lived;
}

describe.each(lives)('the life of $name', (life) => {
	const { table, first, last } = life;
	const states = Object.keys(table);
	const wishes = fc.array(fc.constantFrom(...states), { maxLength: 40 });

	it('ends in exactly the states that are final', () => {
		expect(states.filter((state) => table[state]!.every((next) => next === state))).toEqual(last);
	});
	it('reaches every state from the first', () => {
		const reached = new Set([first]);
		for (const state of reached) for (const next of table[state]!) reached.add(next);
		expect([...reached].sort()).toEqual([...states].sort());
	});
	it('stays within the table whatever is wished, and never goes on after its end', () => {
		fc.assert(
			fc.property(wishes, (all) => {
				const lived = live(life, all);
				lived.slice(1).forEach((state, at) => expect(mayBecome(table, lived[at]!, state)).toBe(true));
				expect(lived.slice(0, -1).filter((state) => last.includes(state))).toEqual([]);
			}),
			{ numRuns: 1000 }
		);
	});
	it('is told the same forwards and backwards', () => {
		fc.assert(
			fc.property(fc.constantFrom(...states), fc.constantFrom(...states), (from, to) => {
				expect(statesBefore(table, to).includes(from)).toBe(mayBecome(table, from, to));
			})
		);
	});
});
