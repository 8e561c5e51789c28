import { beforeAll, describe, expect, it } from 'vitest';
import { enterProxy } from '#lib/accounts/ask-proxy.server.ts';
import { keepApart, endKeepApart } from '#lib/accounts/avoid.server.ts';
import { takeBackConsent, takeConsent } from '#lib/accounts/consent-at-desk.server.ts';
import { correctPerson } from '#lib/accounts/correct.server.ts';
import { openContact } from '#lib/accounts/open.server.ts';
import type { Actor } from '#lib/accounts/people.ts';
import { registerAtDesk, verifyPerson } from '#lib/accounts/register.server.ts';
import { endStaff, grantStaff } from '#lib/accounts/roles.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { agreeOtherTime, refuseOtherTime } from '#lib/matching/accept.server.ts';
import { annulHelp } from '#lib/matching/finish.server.ts';
import { approve, undoApproval } from '#lib/matching/approve.server.ts';
import { propose } from '#lib/matching/propose.server.ts';
import { returnRequest } from '#lib/matching/return.server.ts';
import { approveTogether, previewTogether } from '#lib/matching/together.server.ts';
import { openNote } from '#lib/requests/note.server.ts';
import { acceptRequest, askBack, refuseRequest } from '#lib/requests/triage.server.ts';
import { newId } from '#lib/shared/ids.ts';
import { approveCard, endCard, returnCard } from '#lib/volunteers/approve.server.ts';
import { ask, cast, here, morning, type Cast } from '../support/desk-cast.ts';
import { openApp } from '../support/open-app.ts';
import { zone } from '../support/small-world.ts';

openApp();

describe('what staff do is refused to everyone else', () => {
	let all: Cast;
	let requestId: string;
	beforeAll(async () => {
		all = await cast();
		requestId = await ask(all.world, all.resident, '说明');
	});

	const person = () => all.resident.personId;
	const registration = {
		name: '某人',
		gender: null,
		bornOn: null,
		phone: null,
		buildingId: null,
		door: null,
		vulnerable: false,
		consents: []
	};
	type Verb = (scope: Scope, actor: Actor) => Promise<unknown>;
	const verbs: [name: string, verb: Verb][] = [
		['annulHelp', (scope, actor) => annulHelp(scope, actor, { taskId: newId(), words: '不' }, morning)],
		['propose', (scope, actor) => propose(scope, actor, { requestId }, morning, zone)],
		[
			'approve',
			(scope, actor) =>
				approve(
					scope,
					actor,
					{ requestId, version: 1, personIds: [all.near.personId], lift: [], overrideReason: null },
					morning,
					zone
				)
		],
		['undoApproval', (scope, actor) => undoApproval(scope, actor, newId(), morning)],
		['approveTogether', (scope, actor) => approveTogether(scope, actor, [], morning, zone)],
		['previewTogether', (scope, actor) => previewTogether(scope, actor, [requestId], here)],
		['agreeOtherTime', (scope, actor) => agreeOtherTime(scope, actor, newId(), morning)],
		['refuseOtherTime', (scope, actor) => refuseOtherTime(scope, actor, newId(), morning)],
		['acceptRequest', (scope, actor) => acceptRequest(scope, actor, requestId, morning)],
		['askBack', (scope, actor) => askBack(scope, actor, { id: requestId, question: '？' }, morning)],
		[
			'refuseRequest',
			(scope, actor) => refuseRequest(scope, actor, { id: requestId, reason: '不' }, morning)
		],
		[
			'returnRequest',
			(scope, actor) => returnRequest(scope, actor, { id: requestId, reason: '不' }, morning)
		],
		['openNote', (scope, actor) => openNote(scope, actor, { requestId, reason: '看看' }, morning)],
		[
			'openContact',
			(scope, actor) =>
				openContact(scope, actor, { personId: person(), what: 'phone', reason: '看看' }, morning)
		],
		['verifyPerson', (scope, actor) => verifyPerson(scope, actor, person(), morning)],
		['registerAtDesk', (scope, actor) => registerAtDesk(scope, actor, registration, morning)],
		[
			'correctPerson',
			(scope, actor) =>
				correctPerson(
					scope,
					actor,
					{
						personId: person(),
						name: '改',
						gender: null,
						bornOn: null,
						vulnerable: false,
						phone: null,
						home: null
					},
					morning
				)
		],
		[
			'takeConsent',
			(scope, actor) => takeConsent(scope, actor, { personId: person(), purpose: 'honour' }, morning)
		],
		[
			'takeBackConsent',
			(scope, actor) => takeBackConsent(scope, actor, { personId: person(), purpose: 'matching' }, morning)
		],
		[
			'keepApart',
			(scope, actor) => keepApart(scope, actor, { personId: person(), otherId: all.near.personId }, morning)
		],
		[
			'endKeepApart',
			(scope, actor) =>
				endKeepApart(scope, actor, { personId: person(), otherId: all.near.personId }, morning)
		],
		[
			'enterProxy',
			(scope, actor) =>
				enterProxy(
					scope,
					actor,
					{ elderId: person(), proxyId: all.near.personId, allowed: ['book'] },
					morning
				)
		],
		['grantStaff', (scope, actor) => grantStaff(scope, actor, person(), morning)],
		['endStaff', (scope, actor) => endStaff(scope, actor, all.min.personId, morning)],
		[
			'approveCard',
			(scope, actor) => approveCard(scope, actor, { personId: all.near.personId, confirmSkills: [] }, morning)
		],
		[
			'returnCard',
			(scope, actor) => returnCard(scope, actor, { personId: all.near.personId, reason: '补' }, morning)
		],
		[
			'endCard',
			(scope, actor) => endCard(scope, actor, { personId: all.near.personId, reason: null }, morning)
		]
	];

	it.each(verbs)('%s', async (_, verb) => {
		for (const actor of [all.resident, all.far]) {
			await expect(all.world.run((scope) => verb(scope, actor))).rejects.toMatchObject({
				code: 'not_allowed'
			});
		}
	});
});
