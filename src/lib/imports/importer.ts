/** Who brings a sheet, as far as this room must know: it stands below the one that knows people. */
export interface Importer {
	personId: string;
	roles: readonly string[];
}

/** Sheets are brought by paid staff and by the community's admin. */
export function mayImport({ roles }: Importer): boolean {
	return roles.includes('staff') || roles.includes('admin');
}
