import { searchTokens } from '#lib/accounts/search.ts';
import type { ServiceGroup } from '#lib/booking/booking.ts';
import { catalogue, type CataloguePlan } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { officersOf, roundOfficers } from './roster.ts';
import { desksOf } from './station.ts';

/** What is done at every window. */
const everywhere: readonly ServiceGroup[] = ['certificates', 'other'];

/** Puts the catalogue up: each service with its documents and the officers who know it. */
export function offerServices(draft: Draft): void {
	for (const one of catalogue) {
		const serviceId = addService(draft, one);
		for (const [position, [name, nameEn]] of one.documents.entries()) {
			draft.rows.serviceDocuments.push({
				id: draft.id('service_document'),
				serviceId,
				position,
				name: name.replace(/？$/, ''),
				nameEn,
				required: !name.endsWith('？')
			});
		}
		for (const staffId of whoKnows(draft, one)) draft.rows.serviceOfficers.push({ serviceId, staffId });
	}
}

function addService(draft: Draft, { documents: _, places, walkIn = false, ...said }: CataloguePlan): string {
	const id = draft.id('service');
	const atHome = places !== undefined;
	draft.rows.services.push({
		id,
		...said,
		atDesk: places !== 'home',
		atHome,
		walkIn,
		// who goes out plans the round the day before
		cutOffMinutes: atHome ? 24 * 60 : 2 * 60,
		daysAhead: walkIn ? 14 : 28,
		search: searchTokens(said.name),
		withdrawnAt: null,
		version: 1
	});
	return id;
}

function whoKnows(draft: Draft, { group, places }: CataloguePlan): string[] {
	const known = desksOf(draft).flatMap(({ groups }, at) =>
		[...groups, ...everywhere].includes(group) ? officersOf(draft, at) : []
	);
	return [...known, ...(places ? roundOfficers(draft) : [])].map(({ id }) => id);
}
