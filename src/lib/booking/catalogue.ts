import type { IconName } from '#lib/ui/icons.ts';
import type { Tone } from '#lib/ui/ui.ts';
import { serviceGroups, type ServiceGroup } from './booking.ts';

/** The picture and tint of each heading of the catalogue. */
export const groupLooks: Record<ServiceGroup, { icon: IconName; tone: Tone }> = {
	relief: { icon: 'wallet', tone: 'red' },
	jobs: { icon: 'briefcase', tone: 'amber' },
	insurance: { icon: 'shield-check', tone: 'green' },
	family_planning: { icon: 'baby', tone: 'blue' },
	certificates: { icon: 'scroll-text', tone: 'red' },
	party: { icon: 'landmark', tone: 'amber' },
	home_care: { icon: 'house-heart', tone: 'green' },
	other: { icon: 'list', tone: 'blue' }
};

/** The pictures from which staff choose one for a service. */
export const serviceIcons = [
	'wallet',
	'hand-helping',
	'accessibility',
	'briefcase',
	'id-card',
	'handshake',
	'shield-check',
	'briefcase-medical',
	'hospital',
	'badge-check',
	'baby',
	'heart-handshake',
	'house',
	'graduation-cap',
	'landmark',
	'users-round',
	'house-heart',
	'gift',
	'award',
	'scroll-text',
	'file-text',
	'stethoscope',
	'scale',
	'ellipsis'
] as const satisfies readonly IconName[];

/** The picture of a service; that of its heading where the name means none. */
export function serviceIcon(name: string, group: ServiceGroup): IconName {
	return serviceIcons.find((one) => one === name) ?? groupLooks[group].icon;
}

/** Things with a heading, in the order of the headings. */
export function byGroup<T extends { group: ServiceGroup }>(all: readonly T[]): [ServiceGroup, T[]][] {
	const grouped = Map.groupBy(all, ({ group }) => group);
	return serviceGroups.flatMap((group): [ServiceGroup, T[]][] => {
		const found = grouped.get(group);
		return found ? [[group, found]] : [];
	});
}
