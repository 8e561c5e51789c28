import { AppError } from '#lib/shared/errors.ts';
import { isDraining } from './draining.server.ts';

/** Streams that one process keeps open at most. */
const most = 5_000;
/** Pieces that wait for a client that does not read; then it is cut off and comes again. */
const mostWaiting = 20;

const encoder = new TextEncoder();
const [head, tail] = [encoder.encode('data: '), encoder.encode('\n\n')];
let count = 0;

/** What of a stream its source needs. */
export interface EventSink {
	/** Sends an event: JSON in bytes, on one line. */
	tell(news: Uint8Array): void;
	/** Ends the answer; the browser comes again. */
	end(): void;
}

/**
 * An answer of server-sent events. Browsers open it again by themselves, not all at the same moment.
 * @param open begins to send, and answers with what ends it when the client has gone
 * @throws AppError `busy` where too many are open, or the process stops
 */
export function eventStream(open: (sink: EventSink) => () => void): Response {
	if (isDraining() || count >= most) throw new AppError('busy');
	let stop = () => {};
	let over = false;
	const close = () => {
		if (over) return;
		over = true;
		count--;
		stop();
	};
	const body = new ReadableStream<Uint8Array>({
		start(controller) {
			const end = () => {
				if (!over) controller.close();
				close();
			};
			count++;
			const retry = 1_000 + Math.floor(Math.random() * 3_000);
			controller.enqueue(encoder.encode(`retry: ${retry}\n\n`));
			stop = open({
				tell(news) {
					if ((controller.desiredSize ?? 0) < -mostWaiting) end();
					else controller.enqueue(Buffer.concat([head, news, tail]));
				},
				end
			});
		},
		cancel: close
	});
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream; charset=utf-8',
			'cache-control': 'no-store, no-transform',
			// proxies hand on each event at once
			'x-accel-buffering': 'no'
		}
	});
}
