import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { hour } from '#lib/shared/time.ts';
import { isEarly } from '#lib/tasks/early.ts';
import { helpSpan } from '#lib/tasks/help-span.ts';
import { suggestedMinutes } from '#lib/tasks/service-minutes.ts';
import { taskStateWords, taskSteps } from '#lib/tasks/words.ts';
import { sayMinutes, saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import type { Disclosed, PromisedHelp, PromisedLine } from './promised.server.ts';
import { requestName } from './words.ts';

/** How long the one helped has to confirm before the community calls. */
const patience = 72 * hour;

/** From this long before the agreed time on, starting is the first thing to do. */
const nearBefore = 2 * hour;

const named = (place: { name: string; nameEn: string }) => (getLocale() === 'en' ? place.nameEn : place.name);

/** A promise in a list. */
export function promisedLine({ task, request, name, building }: PromisedLine, here: Here) {
	const place = request.presence === 'telephone' ? m.tasks_on_telephone() : building && named(building);
	return {
		id: task.id,
		title: requestName(request),
		text: [saySpan(helpSpan(task), here), place, name].filter(Boolean).join(' · '),
		status: task.status,
		state: taskStateWords(task.status)
	};
}

/** Everything a task's page says. */
export function promisedPage({ task, request, disclosed, record }: PromisedHelp, here: Here) {
	const { status, during, startedAt, minutes, photoId } = task;
	return {
		id: task.id,
		title: requestName(request),
		status,
		state: taskStateWords(status),
		steps: taskSteps(status),
		when: saySpan(helpSpan(task), here),
		length: m.volunteers_about_minutes({ minutes: sayMinutes(request.minutes) }),
		/** It is near: starting comes first, and before that the call. */
		near: status === 'under_way' || here.now.getTime() >= during.start.getTime() - nearBefore,
		/** Its day has not come. */
		early: isEarly(during, here.now, here.zone),
		mayFinish: status === 'under_way' || (status === 'planned' && here.now >= during.start),
		startedAt: startedAt && sayWhen(startedAt, here),
		suggested: suggestedMinutes(task, here.now),
		reported: minutes === null ? null : sayMinutes(minutes),
		patience: patience / hour,
		photoId,
		disclosed: disclosed && disclosedWords(disclosed, request.presence === 'telephone', here),
		record: record && {
			time: sayMinutes(record.minutes),
			thanks: record.thanks,
			rating: record.rating,
			byTelephone: record.confirmedBy === 'telephone'
		}
	};
}

function disclosedWords(
	{ name, building, door, phone, note, until }: Disclosed,
	telephone: boolean,
	here: Here
) {
	const place = [building && named(building), door].filter(Boolean).join(' ');
	return {
		name,
		address: telephone ? m.tasks_on_telephone() : place || null,
		phone,
		note,
		until: m.tasks_address_until({ when: sayWhen(until, here) })
	};
}
