import { describe, expect, it } from 'vitest';
import { loadActor } from '#lib/accounts/actor.server.ts';
import { phoneHash } from '#lib/accounts/keys.server.ts';
import { accountByPhone } from '#lib/accounts/account-queries.server.ts';
import { inCommon, inCommunity, type Scope } from '#lib/db/client.server.ts';
import { loadDemo } from '#lib/demo/load.server.ts';
import { demoSignIns } from '#lib/demo/sign-ins.ts';
import type { GateCode } from '#lib/matching/matching.ts';
import { proposalFor, propose } from '#lib/matching/propose.server.ts';
import { communityBySlug } from '#lib/places/queries.server.ts';
import { requests } from '#lib/requests/tables.server.ts';
import { openApp } from '../support/open-app.ts';

openApp();

const now = new Date('2026-11-23T00:30:00Z');
const zone = 'Asia/Shanghai';

async function chengdong() {
	await loadDemo(process.env.DATABASE_URL!, { now, onStep: () => undefined });
	const community = (await inCommon((scope) => communityBySlug(scope, 'chengdong')))!;
	const run = <T>(work: (scope: Scope) => Promise<T>) => inCommunity(community.id, work);
	const { phone } = demoSignIns.find(({ name }) => name === '李敏')!;
	const account = (await inCommon((scope) => accountByPhone(scope, phoneHash(phone))))!;
	return { run, actor: (await run((scope) => loadActor(scope, account.id)))! };
}

describe('the best for a request', () => {
	it('are the same whether everybody is read or only who could come', async () => {
		const { run, actor } = await chengdong();
		const everything = await run((scope) => scope.tx.select().from(requests).orderBy(requests.id));
		const all = everything.filter((_, at) => at % 8 === 0);
		const lifts: GateCode[][] = [[], ['reach'], ['skill_level', 'time'], ['skill'], ['active_tasks']];
		let eligible = 0;
		for (const [at, request] of all.entries()) {
			const asked = { lift: lifts[at % lifts.length]!, limit: 10 };
			const full = await run((scope) =>
				propose(scope, actor, { ...asked, requestId: request.id }, now, zone)
			);
			const near = await run((scope) => proposalFor(scope, request, asked, now, zone));
			expect(near.shortlist.best).toEqual(full.shortlist.best);
			expect(near.lifted).toEqual(full.lifted);
			for (const { personId } of near.shortlist.best)
				expect(near.facts.rows.get(personId)).toEqual(full.facts.rows.get(personId));
			if (near.shortlist.best.length === 0) expect(near.shortlist.refused).toEqual(full.shortlist.refused);
			eligible += full.shortlist.eligible;
		}
		expect(all.length).toBeGreaterThan(40);
		expect(eligible).toBeGreaterThan(200);
	}, 300_000);
});
