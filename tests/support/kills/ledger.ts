import { eventsOf } from '#lib/audit/queries.server.ts';
import { mayBeAsked } from '#lib/matching/again.ts';
import { approvedOf, latestApproval, offersOf, type OfferRow } from '#lib/matching/queries.server.ts';
import { notices } from '#lib/notifications/tables.server.ts';
import { requestById } from '#lib/requests/queries.server.ts';
import { tasksFor } from '#lib/tasks/queries.server.ts';
import type { Town } from './town.ts';

/** What became of a town, counted. */
export interface Ledger {
	filled: number;
	backWithStaff: number;
	helpers: number;
	offers: number;
	reminded: number;
	/** Each a sentence about something that must never be. */
	wrong: string[];
}

/** Reads every request to its end and says what is not as it must be. */
export async function readLedger({ world, requestIds }: Town): Promise<Ledger> {
	const ledger: Ledger = { filled: 0, backWithStaff: 0, helpers: 0, offers: 0, reminded: 0, wrong: [] };
	const told = await world.run(({ tx }) => tx.select().from(notices));
	const times = (template: string, about: string, personId?: string) =>
		told.filter(
			(one) => one.newsKey === `${template}:${about}` && (personId ?? one.personId) === one.personId
		).length;
	for (const id of requestIds) {
		await world.run(async (scope) => {
			const request = (await requestById(scope, id))!;
			const offers = await offersOf(scope, [id]);
			const tasks = await tasksFor(scope, 'help', [id]);
			const approval = (await latestApproval(scope, id))!;
			const happened = (await eventsOf(scope, 'request', id)).map(({ kind }) => kind);
			const wrong = (what: string) => ledger.wrong.push(`${id}: ${what}`);
			const count = (kind: string) => happened.filter((one) => one === kind).length;
			const same = (what: string, a: number, b: number) => a === b || wrong(`${what}: ${a}, not ${b}`);

			if (request.life === 'filled') {
				same('helpers', tasks.length, request.peopleNeeded);
				same('approval filled', Number(approval.status === 'filled'), 1);
				same(
					'told the asker',
					told.filter((one) => one.template === 'request_arranged' && one.path.endsWith(id)).length,
					1
				);
			} else {
				if (tasks.length >= request.peopleNeeded) wrong('has all its helpers and is still open');
				same('back with staff', Number(approval.status === 'used_up'), 1);
				const left = (await approvedOf(scope, approval.id)).filter(({ personId, during }) =>
					mayBeAsked(ofPerson(offers, personId), approval.id, false, during, approval.endedAt!)
				);
				same('approved and never asked', left.length, 0);
				same('staff told', times('staff_used_up', approval.id), 1);
			}
			same('said to be used up', count('used_up'), Number(approval.status === 'used_up'));
			same('offers still open', offers.filter(isOpen).length, 0);
			same('people offered twice', offers.length - new Set(offers.map((one) => one.personId)).size, 0);
			same('offers said to be sent', count('offered'), offers.filter(({ sentAt }) => sentAt).length);
			same(
				'offers said to have lapsed',
				count('lapsed'),
				offers.filter(({ status }) => status === 'lapsed').length
			);
			same('yeses', count('accepted_offer'), tasks.length);
			for (const offer of offers) {
				const { id: about, personId, status, sentAt, remindedAt } = offer;
				same('told of an offer', times('offer_new', about, personId), Number(sentAt !== null));
				same('reminded', times('offer_reminder', about, personId), Number(remindedAt !== null));
				same('told of silence', times('offer_lapsed', about, personId), Number(status === 'lapsed'));
				const over = times('offer_taken', about, personId) + times('offer_withdrawn', about, personId);
				same('told that it is settled', over, Number(isInVain(offer)));
			}
			ledger[request.life === 'filled' ? 'filled' : 'backWithStaff'] += 1;
			ledger.helpers += tasks.length;
			ledger.offers += offers.filter(({ sentAt }) => sentAt).length;
			ledger.reminded += offers.filter(({ remindedAt }) => remindedAt).length;
		});
	}
	return ledger;
}

const ofPerson = (offers: readonly OfferRow[], personId: string) =>
	offers.filter((one) => one.personId === personId);
const isOpen = ({ status }: OfferRow) => status === 'waiting' || status === 'sent';
const isInVain = ({ status, sentAt }: OfferRow) => status === 'withdrawn' && sentAt !== null;
