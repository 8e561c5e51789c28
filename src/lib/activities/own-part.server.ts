import type { Comer } from '#lib/booking/choose-page.server.ts';
import type { Scope } from '#lib/db/client.server.ts';
import { saySpan, sayWhen, type Here } from '#lib/ui/dates.ts';
import { attendancesOf, ratingsOf, type AttendanceRow } from './attendance-queries.server.ts';
import { earliest, latest } from './check-in-code.ts';
import type { ActivityRow, OccurrenceRow } from './queries.server.ts';
import { openSignUps, type SignUpRow } from './sign-up-queries.server.ts';
import { attendanceTag, signUpTag } from './words.ts';

/** Dates of a series that are shown, behind and ahead. */
const [behind, before] = [4, 8];

/** What somebody and those for whom he acts have to do with an activity. */
export async function ownPart(
	scope: Scope,
	activity: ActivityRow,
	dates: readonly OccurrenceRow[],
	comers: readonly Comer[],
	here: Here
) {
	const ids = comers.map(({ id }) => id);
	const names = new Map(comers.map(({ id, name }) => [id, name]));
	const open = await openSignUps(scope, activity.id, ids);
	const said = await attendancesOf(scope, activity.id, ids);
	const rated = new Set(
		(await ratingsOf(scope, activity.id)).map(({ occurrenceId, personId }) => `${occurrenceId} ${personId}`)
	);
	const when = new Map(dates.map(({ id, during }) => [id, saySpan(during, here)]));
	return {
		signUps: open.map((one) => lineOf(one, names.get(one.personId)!, dates, said, here)),
		checkIns: checkInsOf(open, dates, said, names, here),
		toRate: said
			.filter(({ status, occurrenceId, personId }) => {
				const date = dates.find(({ id }) => id === occurrenceId);
				return (
					status === 'came' &&
					date &&
					date.during.end <= here.now &&
					!rated.has(`${occurrenceId} ${personId}`)
				);
			})
			.slice(-1)
			.map(({ occurrenceId, personId }) => ({
				...{ occurrenceId, personId },
				name: names.get(personId)!,
				when: when.get(occurrenceId)!
			}))
	};
}

function lineOf(
	one: SignUpRow,
	name: string,
	dates: readonly OccurrenceRow[],
	said: readonly AttendanceRow[],
	here: Here
) {
	const { id, occurrenceId, status, answerBy, companions, personId, createdAt } = one;
	const his = dates.filter(
		(date) => (occurrenceId === null || date.id === occurrenceId) && date.during.end > createdAt
	);
	const saidOf = (date: OccurrenceRow) =>
		said.find((row) => row.occurrenceId === date.id && row.personId === personId);
	const first = Math.max(0, his.findIndex(({ during }) => during.end > here.now) - behind);
	return {
		...{ id, name, status, companions },
		series: occurrenceId === null,
		state: signUpTag(status),
		/** Of what was, nobody withdraws, nor of a date at which he is. */
		mayWithdraw: his.some((date) => {
			const left = (occurrenceId === null ? date.during.end : date.during.start) > here.now;
			return left && saidOf(date)?.status !== 'came';
		}),
		until: answerBy && sayWhen(answerBy, here),
		dates: his.slice(first, first + behind + before).map((date) => {
			const found = saidOf(date);
			const ahead = date.during.start > here.now && date.status === 'planned';
			return {
				id: date.id,
				when: saySpan(date.during, here),
				tag: found ? attendanceTag(found.status) : null,
				cancelled: date.status === 'cancelled',
				mayExcuse: ahead && status === 'signed' && occurrenceId === null && !found,
				mayReturn: ahead && status === 'signed' && found?.status === 'excused'
			};
		})
	};
}

/** Dates at which somebody could check in now and has not. */
function checkInsOf(
	open: readonly SignUpRow[],
	dates: readonly OccurrenceRow[],
	said: readonly AttendanceRow[],
	names: ReadonlyMap<string, string>,
	{ now }: Here
) {
	const near = dates.filter(
		({ during, status }) =>
			status === 'planned' && +during.start - earliest <= +now && +now <= +during.end + latest
	);
	return near.flatMap((date) =>
		open
			.filter(({ status, occurrenceId }) => status === 'signed' && (occurrenceId ?? date.id) === date.id)
			.filter(
				({ personId }) => !said.some((row) => row.occurrenceId === date.id && row.personId === personId)
			)
			.map(({ personId }) => ({ occurrenceId: date.id, personId, name: names.get(personId)! }))
	);
}
