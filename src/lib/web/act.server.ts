import { error, fail, isRedirect, redirect, type Action, type RequestEvent } from '@sveltejs/kit';
import { superValidate, type SuperValidated } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import type { z } from 'zod';
import { loadActor } from '#lib/accounts/actor.server.ts';
import { isStaff, type Actor } from '#lib/accounts/people.ts';
import type { ChainView } from '#lib/activities/chain-view.ts';
import { againOnce } from '#lib/db/again.server.ts';
import { inCommunity, type Scope } from '#lib/db/client.server.ts';
import { once, wasAnswered } from '#lib/db/once.server.ts';
import type { CommunityRow } from '#lib/places/queries.server.ts';
import { m } from '#lib/paraglide/messages.js';
import { AppError, errorStatus } from '#lib/shared/errors.ts';
import { isId } from '#lib/shared/ids.ts';
import { cleanForm } from './clean.ts';
import { errorWords, wordsByField } from './error-words.server.ts';
import { setFlash, type Flash } from './flash.server.ts';

/** What every verb is called with. */
export interface Act {
	scope: Scope;
	actor: Actor;
	now: Date;
	zone: string;
	community: CommunityRow;
}

/** The same where nobody need be signed in. */
export type OpenAct = Omit<Act, 'actor'> & { actor: Actor | null };

/** What an action leads to: another page, with a message there. */
export interface Outcome {
	to?: string;
	flash?: Flash;
	/** Opened for this one answer, e.g. a phone number. The form carries no key then, so it is not stored. */
	shown?: Record<string, string | null>;
	/** A pasted list as it was read or carried out, for this one answer too. */
	chain?: ChainView;
}

type Guard = (actor: Actor) => boolean;

const anyone: Guard = () => true;
const admin: Guard = (actor) => actor.roles.includes('admin');
const volunteer: Guard = (actor) => actor.roles.includes('volunteer');

/** Reads for a page of someone known in the community; others are led to sign in or to register. */
export function readAs<T>(event: RequestEvent, work: (act: Act) => Promise<T>): Promise<T> {
	return read(event, anyone, work);
}

/** Reads for a page of the staff; to everyone else it does not exist. */
export function readAsStaff<T>(event: RequestEvent, work: (act: Act) => Promise<T>): Promise<T> {
	return read(event, isStaff, work);
}

/** Reads for a page of the admin; to everyone else it does not exist. */
export function readAsAdmin<T>(event: RequestEvent, work: (act: Act) => Promise<T>): Promise<T> {
	return read(event, admin, work);
}

/** Reads for a page that anyone may open; `actor` is null for those whom the community does not know. */
export async function readOpenly<T>(event: RequestEvent, work: (act: OpenAct) => Promise<T>): Promise<T> {
	const { community } = event.locals;
	if (!community) error(404, errorWords(new AppError('not_found')));
	const actor = await plainly(event.locals.actor());
	return readIn(community, (scope) =>
		work({ scope, actor, community, now: event.locals.now, zone: community.zone })
	);
}

async function read<T>(event: RequestEvent, guard: Guard, work: (act: Act) => Promise<T>): Promise<T> {
	const { community } = atDoor(event);
	const actor = admitted(event, await plainly(event.locals.actor()), guard);
	return readIn(community, (scope) =>
		work({ scope, actor, community, now: event.locals.now, zone: community.zone })
	);
}

function readIn<T>(community: CommunityRow, work: (scope: Scope) => Promise<T>): Promise<T> {
	return plainly(inCommunity(community.id, work));
}

/** Waits for what a page needs; where that is refused as expected, e.g. because too many are in line, a page says so. */
export async function plainly<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (thrown) {
		if (thrown instanceof AppError) error(thrown.status, errorWords(thrown));
		throw thrown;
	}
}

/** The community of the address and the account that asks; those who are signed out are led to sign in. */
function atDoor(event: RequestEvent): { community: CommunityRow; accountId: string } {
	const { community, session } = event.locals;
	if (!community) error(404, errorWords(new AppError('not_found')));
	if (!session) {
		if (event.request.method === 'POST') setFlash(event.cookies, { words: m.errors_signed_out() });
		redirect(303, `/sign-in?to=${backTo(event)}`);
	}
	return { community, accountId: session.accountId };
}

/** Lets those in who may; others are led to register, or find nothing. */
function admitted(event: RequestEvent, actor: Actor | null, guard: Guard): Actor {
	if (!actor) redirect(303, `/${event.locals.community!.slug}/join?to=${backTo(event)}`);
	if (!guard(actor)) error(404, errorWords(new AppError('not_found')));
	return actor;
}

function backTo({ url }: RequestEvent): string {
	return encodeURIComponent(url.pathname + url.search);
}

type Schema = z.ZodObject;
type Work<S extends Schema, P = undefined> = (
	act: Act,
	data: z.output<S>,
	event: RequestEvent,
	prepared: P
) => Promise<Outcome | void>;
/** What can be refused without a look at the database. */
type Refuse<S extends Schema> = (
	communityId: string,
	data: z.output<S>,
	event: RequestEvent
) => AppError | null;
type Prepare<P> = (sent: FormData, event: RequestEvent) => Promise<P>;

/**
 * An action for anyone known in the community.
 * @param prepare makes something of the form that takes its time, such as a picture made smaller: no transaction
 *   waits for it
 */
export function personAction<S extends Schema>(schema: S, work: Work<S>): Action;
export function personAction<S extends Schema, P>(schema: S, work: Work<S, P>, prepare: Prepare<P>): Action;
export function personAction<S extends Schema, P>(schema: S, work: Work<S, P>, prepare?: Prepare<P>): Action {
	return action(anyone, schema, work, prepare);
}

/**
 * An action for anyone known in the community that a crowd may set off in one moment.
 * @param refuse what it says is said at once, unless the same key was answered before: whoever got what she asked for and did
 *   not hear of it is told so
 */
export function crowdAction<S extends Schema>(schema: S, refuse: Refuse<S>, work: Work<S>): Action {
	return action(anyone, schema, work, undefined, refuse);
}

/** An action for volunteers. */
export function volunteerAction<S extends Schema>(schema: S, work: Work<S>): Action {
	return action(volunteer, schema, work);
}

/**
 * An action for staff.
 * @param prepare makes something of the form that takes its time, such as a sheet read: no transaction waits for it
 */
export function staffAction<S extends Schema>(schema: S, work: Work<S>): Action;
export function staffAction<S extends Schema, P>(schema: S, work: Work<S, P>, prepare: Prepare<P>): Action;
export function staffAction<S extends Schema, P>(schema: S, work: Work<S, P>, prepare?: Prepare<P>): Action {
	return action(isStaff, schema, work, prepare);
}

/** An action for the community's admin; `prepare` as for staff. */
export function adminAction<S extends Schema>(schema: S, work: Work<S>): Action;
export function adminAction<S extends Schema, P>(schema: S, work: Work<S, P>, prepare: Prepare<P>): Action;
export function adminAction<S extends Schema, P>(schema: S, work: Work<S, P>, prepare?: Prepare<P>): Action {
	return action(admin, schema, work, prepare);
}

/**
 * Reads the form, runs the verb once per key in one transaction, and answers: a redirect, or the form again with
 * words and everything that was typed. A form carries its key as the hidden field `key`.
 */
function action<S extends Schema, P>(
	guard: Guard,
	schema: S,
	work: Work<S, P>,
	prepare?: Prepare<P>,
	refuse?: Refuse<S>
): Action {
	return async (event) => {
		const { community, accountId } = atDoor(event);
		/** Where there is something to say or to do before the verb. */
		const admitEarly = async () => admitted(event, await plainly(event.locals.actor()), guard);
		const sent = await formOf(event).catch((thrown: unknown) => thrown);
		if (!(sent instanceof FormData)) {
			await admitEarly();
			return refused(sent, await superValidate(zod4(schema as never)));
		}
		const raw = cleanForm(sent);
		const key = raw.get('key');
		raw.delete('key');
		const form = await superValidate(raw, zod4(schema as never));
		if (!form.valid || prepare) await admitEarly();
		if (!form.valid) return fail(400, { form: withWords(form) });
		let foreseen: AppError | null = null;
		const refuseFirst = () => {
			foreseen = refuse?.(community.id, form.data as z.output<S>, event) ?? null;
			if (foreseen) throw foreseen;
		};
		let outcome: Outcome | void;
		try {
			const prepared = (await prepare?.(raw, event)) as P;
			const inTransaction = async (scope: Scope) => {
				// in the verb's own transaction: its right holds at that moment, and it is two ways less to the database
				const actor = admitted(event, await loadActor(scope, accountId), guard);
				const act = { scope, actor, community, now: event.locals.now, zone: community.zone };
				const run = () => work(act, form.data as z.output<S>, event, prepared);
				if (!isId(key)) return run();
				return once(scope, { key, accountId, body: bodyOf(event, raw), now: act.now }, run);
			};
			const transact = (first?: () => void) =>
				againOnce(() => inCommunity(community.id, inTransaction, first));
			outcome = await transact(refuseFirst).catch(async (thrown: unknown) => {
				const answered = thrown === foreseen && isId(key) && (await wasAnswered(community.id, key));
				if (!answered) throw thrown;
				return transact();
			});
		} catch (thrown) {
			return refused(thrown, form);
		}
		if (outcome?.flash) setFlash(event.cookies, outcome.flash);
		if (outcome?.to) redirect(303, outcome.to);
		return { form, shown: outcome?.shown, chain: outcome?.chain };
	};
}

/**
 * The form that was sent.
 * @throws AppError `too_large` past the listener's limit, `invalid` / `form` for one that is broken
 */
export async function formOf({ request }: RequestEvent): Promise<FormData> {
	try {
		return await request.formData();
	} catch (thrown) {
		throw isTooLarge(thrown) ? new AppError('too_large') : new AppError('invalid', 'form');
	}
}

function isTooLarge(thrown: unknown): boolean {
	const { status, cause } = thrown as { status?: number; cause?: unknown };
	return status === errorStatus.too_large || (cause !== undefined && isTooLarge(cause));
}

function bodyOf(event: RequestEvent, form: FormData): unknown {
	const said = [...form].map(([name, value]) => [
		name,
		typeof value === 'string' ? value : [value.name, value.size]
	]);
	return [event.url.pathname, event.url.search, said];
}

/** An expected error as the form again, with words; others go on. */
export function refused<T extends Record<string, unknown>>(thrown: unknown, form: SuperValidated<T>) {
	if (isRedirect(thrown) || !(thrown instanceof AppError)) throw thrown;
	const words = errorWords(thrown);
	// a reason that several fields may have names its own
	const named = String(thrown.params.field ?? thrown.detail ?? '');
	const field = thrown.code === 'invalid' && named in form.data ? named : null;
	return fail(thrown.status, {
		form: field
			? { ...form, valid: false, errors: { ...form.errors, [field]: [words] } }
			: { ...form, valid: false, message: words },
		instead: thrown.instead
	});
}

/** A form whose field errors are codes, with words in their place. */
export function withWords<T extends { errors: object }>(form: T): T {
	return { ...form, errors: wordsByField(form.errors) };
}
