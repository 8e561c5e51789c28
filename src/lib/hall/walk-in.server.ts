import type { Scope } from '#lib/db/client.server.ts';
import { named } from '#lib/hours/words.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Option } from '#lib/ui/ui.ts';
import { ticketById } from './queries.server.ts';
import { servicesAtDesks } from './station-queries.server.ts';

/** What is done without an appointment, to choose from. */
export async function walkInChoices(scope: Scope): Promise<Option[]> {
	const services = await servicesAtDesks(scope);
	return services.filter(({ walkIn }) => walkIn).map((one) => ({ value: one.id, label: named(one) }));
}

/** A number in a sentence, with the wait that he was told. */
export async function ticketWords(scope: Scope, id: string): Promise<string> {
	const { number, toldMinutes } = (await ticketById(scope, id))!;
	return toldMinutes === null
		? m.hall_number_flash({ number })
		: m.hall_number_wait_flash({ number, minutes: toldMinutes });
}
