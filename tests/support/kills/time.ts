import postgres from 'postgres';
import { appNow, setClock } from '#lib/db/clock.server.ts';
import { minute } from '#lib/shared/time.ts';

/** Time that can be moved on: this process's clock, and the jobs that wait in the queue of the same database. */
export interface MovableTime {
	/** Lets minutes pass; a worker that is running would not notice, so move only between two. */
	pass(minutes: number): Promise<void>;
	close(): Promise<void>;
}

/** @param url the owner's connection, since the queue is not the application's to move */
export function movableTime(url: string, start: Date): MovableTime {
	const owner = postgres(url, { max: 1, onnotice: () => {} });
	const set = (instant: Date) => {
		process.env.TEST_NOW = instant.toISOString();
		setClock(true);
	};
	set(start);
	return {
		async pass(minutes) {
			set(new Date(appNow().getTime() + minutes * minute));
			const by = `${minutes} minutes`;
			await owner`update pgboss.job set start_after = start_after - ${by}::interval
				where state in ('created', 'retry')`;
			await owner`update pgboss.job set started_on = started_on - ${by}::interval,
				heartbeat_on = heartbeat_on - ${by}::interval where state = 'active'`;
		},
		close: () => owner.end()
	};
}
