import { describe, expect, it } from 'vitest';
import { eventStream, type EventSink } from './event-stream.server.ts';

function open() {
	let sink: EventSink | undefined;
	let stopped = 0;
	const answer = eventStream((one) => {
		sink = one;
		return () => stopped++;
	});
	return { answer, sink: sink!, stopped: () => stopped };
}

describe('a stream of events', () => {
	it('is told apart by proxies and browsers, and carries each event on a line', async () => {
		const { answer, sink } = open();
		expect(answer.headers.get('content-type')).toContain('text/event-stream');
		expect(answer.headers.get('x-accel-buffering')).toBe('no');
		sink.tell(Buffer.from('{"a":1}'));
		sink.end();
		expect(await answer.text()).toMatch(/^retry: \d+\n\ndata: \{"a":1\}\n\n$/);
	});
	it('ends with its client, once', async () => {
		const { answer, sink, stopped } = open();
		await answer.body!.cancel();
		sink.end();
		expect(stopped()).toBe(1);
	});
	it('cuts off who does not read', () => {
		const { sink, stopped } = open();
		for (let count = 0; count < 30 && stopped() === 0; count++) sink.tell(Buffer.from('{}'));
		expect(stopped()).toBe(1);
	});
});
