import { mayActFor } from '#lib/accounts/act-for.server.ts';
import { personById } from '#lib/accounts/queries.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { enqueue } from '#lib/jobs/queue.server.ts';
import { notify } from '#lib/notifications/notify.server.ts';
import { communityById } from '#lib/places/queries.server.ts';
import { addDays, dayOf, type Day } from '#lib/shared/time.ts';
import type { Here } from '#lib/ui/dates.ts';
import { dayNears } from './jobs.server.ts';
import { comingOn, type ComingRow } from './remind-queries.server.ts';
import { reminderAt, reminderLeaves } from './reminder.ts';

/** Orders the reminders of a day on which something is put; after its hour, those who come have just been told. */
export async function remindOn(scope: Scope, day: Day, { now, zone }: Here): Promise<void> {
	const at = reminderAt(day, zone);
	if (at > now) await enqueue(scope, dayNears, { day }, at);
}

/** Days after today whose reminders are ordered at start. */
const resumed = 7;

/** Orders, at start, the reminders of the next days: what is ordered twice is told once. */
export async function resumeReminders(scope: Scope, { now, zone }: Here): Promise<void> {
	const today = dayOf(now, zone);
	for (let ahead = 1; ahead <= resumed; ahead++) {
		const day = addDays(today, ahead);
		await enqueue(scope, dayNears, { day }, reminderAt(day, zone));
	}
}

/** Works `dayNears`: everybody who comes to something that day is told once, of the first, and how much more there is. */
export async function remindOfDay(scope: Scope, { day }: { day: Day }, now: Date): Promise<void> {
	const { zone } = (await communityById(scope, scope.communityId))!;
	const leaves = reminderLeaves(day, now, zone);
	if (!leaves) return;
	if (leaves > now) return enqueue(scope, dayNears, { day }, leaves);
	const all = await comingOn(scope, day, reminderAt(day, zone));
	const ahead = all.filter(({ during }) => during.start > now);
	for (const [personId, dates] of Map.groupBy(ahead, (one) => one.personId)) {
		await remind(scope, personId, dates, { day, now });
	}
}

async function remind(
	scope: Scope,
	personId: string,
	dates: readonly ComingRow[],
	{ day, now }: { day: Day; now: Date }
): Promise<void> {
	const [{ activity, during }] = dates as [ComingRow];
	const person = (await personById(scope, personId))!;
	const told = [personId, ...(await proxies(scope, personId, dates))];
	const count = new Set(dates.map(({ occurrenceId }) => occurrenceId)).size - 1;
	const params = {
		...{ name: person.name, activity: activity.name, activityEn: activity.nameEn },
		...{ at: during.start.toISOString(), count }
	};
	const path = count > 0 ? '/me/activities' : `/activities/${activity.id}`;
	const about = `${day}:${personId}`;
	await notify(scope, told, { template: 'activity_reminder', params, path, about }, now);
}

/** Those who signed him up and still stand for him; not staff or leaders who wrote him down. */
async function proxies(scope: Scope, personId: string, dates: readonly ComingRow[]): Promise<string[]> {
	const others = new Set(dates.map(({ signedBy }) => signedBy).filter((one) => one !== personId));
	const found: string[] = [];
	for (const one of others) {
		if (await mayActFor(scope, { personId: one }, personId, 'book')) found.push(one);
	}
	return found;
}
