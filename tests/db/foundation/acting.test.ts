import { randomBytes } from 'node:crypto';
import type { Action, ActionFailure, RequestEvent } from '@sveltejs/kit';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Role } from '#lib/accounts/people.ts';
import { changePerson, claimPerson, personById } from '#lib/accounts/queries.server.ts';
import { accounts } from '#lib/accounts/tables.server.ts';
import { inCommon } from '#lib/db/client.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import {
	adminAction,
	crowdAction,
	personAction,
	readAs,
	readAsStaff,
	staffAction,
	volunteerAction
} from '#lib/web/act.server.ts';
import { text, z } from '#lib/web/schema.server.ts';
import { openStore } from '../../support/open-store.ts';
import { smallWorld, zone, type SmallWorld } from '../../support/small-world.ts';

openStore();

const now = new Date('2026-11-22T02:00:00Z');
let world: SmallWorld;
let resident: Actor;
let staff: Actor;
beforeAll(async () => {
	world = await smallWorld(now);
	resident = await withAccount('陈奶奶');
	staff = await withAccount('李主任', ['staff']);
});

/** Somebody whom the community knows by the account: verbs look who acts in their own transaction. */
async function withAccount(name: string, roles: Role[] = []): Promise<Actor> {
	const actor = await world.person(name, { roles });
	const { accountId: id } = actor;
	const sealed = randomBytes(8);
	await inCommon(({ tx }) =>
		tx.insert(accounts).values({ id, phoneHash: id, phoneSealed: sealed, wrappedKey: sealed, createdAt: now })
	);
	await world.run((scope) => claimPerson(scope, actor.personId, id));
	return actor;
}

/** A request as the hooks hand it on; signed out where there is no actor. */
function request(
	actor: Actor | null,
	fields: Record<string, string> = {},
	session: unknown = actor && { id: 's', accountId: actor.accountId }
) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const url = new URL('http://localhost/street/me?a=1');
	const cookies = new Map<string, string>();
	const community = { id: world.communityId, slug: 'street', zone };
	return {
		request: new Request(url, { method: 'POST', body }),
		url,
		locals: { now, community, actor: async () => actor, session },
		cookies: {
			set: (name: string, value: string) => cookies.set(name, value),
			get: (name: string) => cookies.get(name)
		}
	} as unknown as RequestEvent;
}

const rename = z.object({ name: text(20) });

/** A form by which someone changes his name; each time it acts is counted. */
function form(wrap: typeof personAction = personAction) {
	let acted = 0;
	const action = wrap(rename, async ({ scope, actor }, { name }) => {
		acted++;
		await changePerson(scope, actor.personId, { name });
		if (name === '占用') throw new AppError('already_taken', 'phone');
		if (name === '不行') throw new AppError('invalid', 'name');
		return { to: '/street/me', flash: { words: `${name}：已保存` } };
	});
	return { send: (event: RequestEvent) => answer(action, event), acted: () => acted };
}

interface Answer {
	status: number;
	location?: string;
	data?: { form: { data: unknown; errors: Record<string, string[]>; message?: string } };
}

async function answer(action: Action, event: RequestEvent): Promise<Answer> {
	try {
		const { status, data } = (await action(event as never)) as ActionFailure<Answer['data'] & object>;
		return { status, data };
	} catch (thrown) {
		return thrown as Answer;
	}
}

const nameOf = (actor: Actor) => world.run(async (scope) => (await personById(scope, actor.personId))?.name);

describe('a form that is sent', () => {
	it('acts, and leads on with a message', async () => {
		const event = request(resident, { name: '陈秀英' });
		expect(await form().send(event)).toMatchObject({ status: 303, location: '/street/me' });
		expect(await nameOf(resident)).toBe('陈秀英');
		expect(event.cookies.get('flash')).toContain('陈秀英：已保存');
	});
	it('twice with one key acts once and leads to the same place', async () => {
		const { send, acted } = form();
		const key = newId();
		const answers = await Promise.all([1, 2].map(() => send(request(resident, { name: '只一次', key }))));
		expect(answers.map(({ location }) => location)).toEqual(['/street/me', '/street/me']);
		expect(acted()).toBe(1);
		expect(await send(request(resident, { name: '另一个', key }))).toMatchObject({ status: 422 });
		expect(await nameOf(resident)).toBe('只一次');
	});
	it('of a crowd is refused before it acts, but for who was answered already', async () => {
		let gone = false;
		const refuse = () => (gone ? new AppError('already_taken', 'booking_time') : null);
		const { send, acted } = form(
			(schema: typeof rename, work: Parameters<typeof crowdAction<typeof rename>>[2]) =>
				crowdAction(schema, refuse, work)
		);
		const got = { name: '抢到了', key: newId() };
		expect(await send(request(resident, got))).toMatchObject({ status: 303 });
		gone = true;
		expect(await send(request(resident, { name: '晚到', key: newId() }))).toMatchObject({
			status: 409,
			data: { form: { data: { name: '晚到' }, message: expect.any(String) } }
		});
		expect(await send(request(resident, { name: '没有钥匙' }))).toMatchObject({ status: 409 });
		expect(await send(request(resident, got))).toMatchObject({ status: 303, location: '/street/me' });
		expect([acted(), await nameOf(resident)]).toEqual([1, '抢到了']);
	});
	it('with a field that cannot be comes back with words at the field and all that was typed', async () => {
		const { send, acted } = form();
		const { status, data } = await send(request(resident, { name: '长'.repeat(21) }));
		expect([status, acted()]).toEqual([400, 0]);
		expect(data?.form.errors.name?.[0]).toMatch(/\p{Script=Han}/u);
		expect(data?.form.data).toEqual({ name: '长'.repeat(21) });
	});
	it('that fails changes nothing, says why and gives back what was typed', async () => {
		const before = await nameOf(resident);
		const taken = await form().send(request(resident, { name: '占用' }));
		expect(taken).toMatchObject({ status: 409, data: { form: { data: { name: '占用' } } } });
		expect(taken.data?.form.message).toMatch(/\p{Script=Han}/u);
		const invalid = await form().send(request(resident, { name: '不行' }));
		expect(invalid).toMatchObject({
			status: 400,
			data: { form: { errors: { name: [expect.any(String)] } } }
		});
		expect(await nameOf(resident)).toBe(before);
	});
	it('that failed may be sent again with the same key', async () => {
		const { send } = form();
		const key = newId();
		await send(request(resident, { name: '占用', key }));
		expect(await send(request(resident, { name: '再来', key }))).toMatchObject({ status: 303 });
	});
	it('in pieces is the sender’s fault', async () => {
		const event = request(resident);
		const broken = new Request(event.url, {
			method: 'POST',
			headers: { 'content-type': 'multipart/form-data; boundary=x' },
			body: '--y'
		});
		expect(await form().send({ ...event, request: broken } as RequestEvent)).toMatchObject({ status: 400 });
	});
});

describe('who may act', () => {
	const guards = { personAction, volunteerAction, staffAction, adminAction };
	it.each([
		['residents', [], ['personAction']],
		['volunteers', ['volunteer'], ['personAction', 'volunteerAction']],
		['staff', ['staff'], ['personAction', 'staffAction']],
		['admins', ['admin'], ['personAction', 'staffAction', 'adminAction']]
	] as const)('%s get as far as their roles go; further on there is nothing', async (_, roles, open) => {
		const actor = await withAccount('某人', [...roles]);
		for (const [name, guard] of Object.entries(guards)) {
			const { send, acted } = form(guard as typeof personAction);
			const { status } = await send(request(actor, { name: '某人' }));
			const isOpen = (open as readonly string[]).includes(name);
			expect([name, status, acted()]).toEqual([name, isOpen ? 303 : 404, isOpen ? 1 : 0]);
		}
	});
	it('a stranger is led to sign in, and to register, and back', async () => {
		const back = encodeURIComponent('/street/me?a=1');
		expect(await form().send(request(null))).toMatchObject({ status: 303, location: `/sign-in?to=${back}` });
		expect(await form().send(request(null, {}, { id: 's' }))).toMatchObject({
			location: `/street/join?to=${back}`
		});
	});
});

describe('who may read', () => {
	const read = async (reader: typeof readAs, actor: Actor) =>
		reader(request(actor), async ({ scope }) => (await personById(scope, staff.personId))?.name);

	it('staff read the pages of the desk; for others there are none', async () => {
		expect(await read(readAsStaff, staff)).toBe('李主任');
		await expect(read(readAsStaff, resident)).rejects.toMatchObject({ status: 404 });
		await expect(read(readAs, resident)).resolves.toBe('李主任');
	});
	it('an error on the way has its status and words', async () => {
		const failing = readAs(request(resident), () => Promise.reject(new AppError('lapsed')));
		await expect(failing).rejects.toMatchObject({
			status: 409,
			body: { message: expect.stringMatching(/\p{Script=Han}/u) }
		});
	});
});
