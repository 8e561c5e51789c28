/** The link by which a phone calls a number written for people: `0000-1234` → `tel:00001234`. */
export function telHref(phone: string): string {
	return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
