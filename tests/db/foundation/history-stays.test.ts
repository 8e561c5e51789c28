import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, openingsOf } from '#lib/audit/queries.server.ts';
import { recordEvent, recordOpening } from '#lib/audit/record.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { openStore } from '../../support/open-store.ts';
import { smallWorld, type SmallWorld } from '../../support/small-world.ts';

openStore();

const now = new Date('2026-11-22T02:00:00Z');
const subject = { kind: 'request', id: newId() } as const;
const personId = newId();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(now);
	await world.run(async (scope) => {
		await recordEvent(scope, subject, 'asked', personId, now, { words: '腿脚不便' });
		await recordOpening(scope, { personId, what: 'phone', reason: 'handling', actorId: newId(), at: now });
	});
});

describe('what was written down', () => {
	it.each([
		`update events set kind = 'x'`,
		'delete from events',
		'truncate events',
		`update openings set reason = 'x'`,
		'delete from openings',
		'truncate openings'
	])('stays: "%s" is refused', async (statement) => {
		const tried = world.run(({ tx }) => tx.execute(sql.raw(statement)));
		await expect(tried).rejects.toMatchObject({
			cause: { message: expect.stringContaining('permission denied') }
		});
		expect(await world.run((scope) => eventsOf(scope, 'request', subject.id))).toHaveLength(1);
		expect(await world.run((scope) => openingsOf(scope, personId))).toHaveLength(1);
	});
	it('is gone with the change that did not happen', async () => {
		const failing = world.run(async (scope) => {
			await recordEvent(scope, subject, 'edited', personId, now);
			throw new Error('changed its mind');
		});
		await expect(failing).rejects.toThrow('changed its mind');
		const kinds = (await world.run((scope) => eventsOf(scope, 'request', subject.id))).map(
			({ kind }) => kind
		);
		expect(kinds).toEqual(['asked']);
	});
});
