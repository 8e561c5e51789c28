import type { DocumentRow, ServiceRow } from './queries.server.ts';
import type { ServiceGroup } from './booking.ts';

/** A document as staff write it down; without an id it is new. */
export interface SaidDocument {
	id: string | null;
	name: string;
	nameEn: string;
	required: boolean;
}

/** What staff say of a service. */
export interface SaidService {
	group: ServiceGroup;
	name: string;
	nameEn: string;
	purpose: string;
	purposeEn: string;
	icon: string;
	minutes: number;
	atDesk: boolean;
	atHome: boolean;
	walkIn: boolean;
	cutOffMinutes: number;
	daysAhead: number;
	documents: SaidDocument[];
	officers: string[];
}

/** The longest name of a document, characters. */
export const longestName = 80;

/** The most documents a service asks for. */
export const mostDocuments = 20;

/** The rows of documents in a form, one list a column. */
export interface DocumentValues {
	docId: string[];
	docName: string[];
	docNameEn: string[];
	docNeed: string[];
}

/** What a form holds of a service: texts, as inputs have them. */
export interface ServiceValues extends DocumentValues {
	[field: string]: string | string[];
	places: string[];
	officers: string[];
}

/** What a new service begins with. */
export const newServiceValues: ServiceValues = {
	group: '',
	name: '',
	nameEn: '',
	purpose: '',
	purposeEn: '',
	icon: '',
	minutes: '20',
	walkIn: 'no',
	cutOff: '2',
	daysAhead: '28',
	places: ['desk'],
	docId: [],
	docName: [],
	docNameEn: [],
	docNeed: [],
	officers: []
};

/** A service as its form shows it. */
export function serviceValues(
	row: ServiceRow,
	documents: readonly DocumentRow[],
	officers: string[]
): ServiceValues {
	return {
		group: row.group,
		name: row.name,
		nameEn: row.nameEn,
		purpose: row.purpose,
		purposeEn: row.purposeEn,
		icon: row.icon,
		minutes: String(row.minutes),
		walkIn: row.walkIn ? 'yes' : 'no',
		cutOff: String(Math.round(row.cutOffMinutes / 60)),
		daysAhead: String(row.daysAhead),
		places: [...(row.atDesk ? ['desk'] : []), ...(row.atHome ? ['home'] : [])],
		docId: documents.map(({ id }) => id),
		docName: documents.map(({ name }) => name),
		docNameEn: documents.map(({ nameEn }) => nameEn),
		docNeed: documents.map(({ required }) => (required ? 'must' : 'may')),
		officers
	};
}

/** The rows of documents in a form that say something, in order; a row without a name in either language says nothing. */
export function documentsIn({ docId, docName, docNameEn, docNeed }: DocumentValues): SaidDocument[] {
	return docName.flatMap((given, at) => {
		const name = given.trim();
		const nameEn = (docNameEn[at] ?? '').trim();
		if (!name && !nameEn) return [];
		return [{ id: docId[at] || null, name, nameEn, required: docNeed[at] !== 'may' }];
	});
}
