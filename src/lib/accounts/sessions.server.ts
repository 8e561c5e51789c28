import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import { inCommon, readCommon } from '../db/client.server.ts';
import { appNow } from '../db/clock.server.ts';
import { Batched } from '../db/batched.ts';
import { day } from '../shared/time.ts';
import {
	addSession,
	endSession,
	endSessionsOf,
	forgetEndedSessions,
	moveExpiry,
	sessionsByHash,
	type SessionRow,
	sessionsOf
} from './session-queries.server.ts';

/*
 * Lucia 3 is at its end upstream and is asked for by name; this is the only file that knows it. Around it: the
 * database holds hashes of session ids, an absolute end, and each sign-in makes a new session. See docs/decisions/0002.
 */

const absoluteLife = 180 * day;

interface SessionFacts {
	endsAt: Date;
	device: string;
	createdAt: Date;
}

declare module 'lucia' {
	interface Register {
		Lucia: typeof lucia;
		DatabaseSessionAttributes: SessionFacts;
		DatabaseUserAttributes: Record<never, never>;
	}
}

/** What the database knows a session by. */
export function sessionHash(id: string): string {
	return createHash('sha256').update(id).digest('base64url');
}

function toDatabaseSession(id: string, row: SessionRow): DatabaseSession {
	const { accountId, expiresAt, endsAt, device, createdAt } = row;
	return { id, userId: accountId, expiresAt, attributes: { endsAt, device, createdAt } };
}

/** Every request asks who it comes from; those of a crowd ask together. */
const known = new Batched((hashes: string[]) => readCommon((scope) => sessionsByHash(scope, hashes)));

const adapter: Adapter = {
	async getSessionAndUser(id) {
		const row = await known.ask(sessionHash(id));
		if (!row || row.endsAt <= appNow()) return [null, null];
		return [toDatabaseSession(id, row), { id: row.accountId, attributes: {} }];
	},
	async getUserSessions(accountId) {
		const rows = await inCommon((scope) => sessionsOf(scope, accountId));
		return rows.map((row) => toDatabaseSession(row.idHash, row));
	},
	setSession: ({ id, userId, expiresAt, attributes }) =>
		inCommon((scope) =>
			addSession(scope, { idHash: sessionHash(id), accountId: userId, expiresAt, ...attributes })
		),
	updateSessionExpiration: (id, expiresAt) =>
		inCommon((scope) => moveExpiry(scope, sessionHash(id), expiresAt)),
	deleteSession: (id) => inCommon((scope) => endSession(scope, sessionHash(id))),
	deleteUserSessions: (accountId) => inCommon((scope) => endSessionsOf(scope, accountId)),
	deleteExpiredSessions: () => inCommon((scope) => forgetEndedSessions(scope, appNow()))
};

const lucia = new Lucia(adapter, {
	sessionExpiresIn: new TimeSpan(30, 'd'),
	getSessionAttributes: ({ endsAt, device, createdAt }) => ({ endsAt, device, createdAt })
});

/** A new session of an account; the id goes into the cookie and nowhere else. */
export async function openSession(
	accountId: string,
	device: string
): Promise<{ id: string; expiresAt: Date }> {
	const now = appNow();
	const endsAt = new Date(now.getTime() + absoluteLife);
	return lucia.createSession(accountId, { endsAt, device: device.slice(0, 120), createdAt: now });
}

/** The account behind a cookie, or null. `movedTo` is set when the session's expiry has moved and the cookie must follow. */
export async function readSession(
	id: string
): Promise<{ accountId: string; idHash: string; movedTo: Date | null } | null> {
	const { session } = await lucia.validateSession(id);
	if (!session) return null;
	return {
		accountId: session.userId,
		idHash: sessionHash(id),
		movedTo: session.fresh ? session.expiresAt : null
	};
}

/** Ends the session of this cookie. */
export function closeSession(id: string): Promise<void> {
	return lucia.invalidateSession(id);
}

/** Ends every session of an account. */
export function closeAllSessions(accountId: string): Promise<void> {
	return lucia.invalidateUserSessions(accountId);
}
