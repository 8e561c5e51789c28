/** What somebody said he has found, kept on his phone from the page of a service to that of the booking. */
const place = 'documents';

function kept(): string[] {
	const found: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
	return Array.isArray(found) ? found.map(String) : [];
}

/** Those of these documents that are ready, as this phone knows. */
export function keptDocuments(ids: readonly string[]): string[] {
	const known = new Set(kept());
	return ids.filter((id) => known.has(id));
}

/** Keeps which of these documents are ready; what is known of others stays. */
export function keepDocuments(ids: readonly string[], ready: readonly string[]): void {
	const others = kept().filter((id) => !ids.includes(id));
	localStorage.setItem(place, JSON.stringify([...others, ...ready]));
}
