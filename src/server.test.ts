import { once } from 'node:events';
import { request, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serve, type RunningServer } from './server.ts';

let server: RunningServer;
const open = async (handler: (request: IncomingMessage, response: ServerResponse) => unknown) => {
	server = await serve(handler);
};

beforeEach(() => {
	vi.stubEnv('PORT', '0');
	vi.stubEnv('HOST', '127.0.0.1');
	vi.stubEnv('ALLOWED_HOSTS', 'help.example.cn, other.example.cn');
});

afterEach(async () => {
	await server.stop('end of test');
	process.removeAllListeners('app:draining').removeAllListeners('sveltekit:shutdown');
	vi.unstubAllEnvs();
});

function ask(headers: Record<string, string> = {}): Promise<{ status?: number; text: string }> {
	return new Promise((resolve, reject) => {
		const asking = request({ port: server.port, host: '127.0.0.1', headers, agent: false }, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (part: string) => (text += part));
			response.on('end', () => resolve({ status: response.statusCode, text })).on('error', reject);
		});
		asking.on('error', reject).end();
	});
}

test.each(['localhost:3000', '127.0.0.1', '[::1]:3000', 'HELP.example.cn', 'other.example.cn:443'])(
	'a request for %s is answered',
	async (host) => {
		await open((_, response) => response.end('hello'));
		expect(await ask({ host })).toEqual({ status: 200, text: 'hello' });
	}
);

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io:3000', 'localhost@evil.example'])(
	'a request for %s never reaches the application',
	async (host) => {
		const handler = vi.fn((_: unknown, response: ServerResponse) => response.end());
		await open(handler);
		expect((await ask({ host })).status).toBe(421);
		expect(handler).not.toHaveBeenCalled();
	}
);

test('a client cannot say which protocol it came by', async () => {
	await open((incoming, response) => response.end(incoming.headers['x-linli-protocol']));
	expect((await ask({ 'x-linli-protocol': 'https' })).text).toBe('http');
});

test('a handler that breaks is a 500 and not the end of the process', async () => {
	await open(() => Promise.reject(new Error('broken')));
	expect((await ask()).status).toBe(500);
});

test('stopping lets a slow answer arrive whole', async () => {
	const size = 20_000_000;
	await open((_, response) => response.setHeader('content-length', size).end(Buffer.alloc(size, 'x')));
	const client = await slowReader();
	const stopped = server.stop('test');
	let received = 0;
	client.on('data', (part: Buffer) => (received += part.length)).resume();
	await once(client, 'close');
	await stopped;
	expect(received).toBeGreaterThan(size - 100_000);
});

/** A client that has asked, seen the beginning of the answer and stopped reading. */
async function slowReader(): Promise<Socket> {
	const client = connect(server.port, '127.0.0.1');
	client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
	await once(client, 'data');
	return client.pause();
}

test('stopping does not wait for idle connections', async () => {
	await open((_, response) => response.end('hello'));
	const client = connect(server.port, '127.0.0.1');
	client.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
	await once(client, 'data');
	const started = performance.now();
	await server.stop('test');
	expect(performance.now() - started).toBeLessThan(1000);
});

test('stopping turns readiness off first, and waits for the application to close', async () => {
	await open((_, response) => response.end());
	const order: string[] = [];
	process.on('app:draining', () => order.push('draining'));
	process.on('sveltekit:shutdown', async (reason: string) => {
		await new Promise((resolve) => setTimeout(resolve, 50));
		order.push(`closed by ${reason}`);
	});
	await Promise.all([server.stop('SIGTERM'), server.stop('SIGINT')]);
	expect(order).toEqual(['draining', 'closed by SIGTERM']);
});

test('a body that nobody read to its end does not hold up the next request', async () => {
	await open((incoming, response) => {
		incoming.once('data', () => incoming.pause());
		response.end(incoming.url);
	});
	const client = connect(server.port, '127.0.0.1');
	let heard = '';
	client.setEncoding('utf8').on('data', (part: string) => (heard += part));
	const size = 1_000_000;
	client.write(
		`POST /first HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${size}\r\n\r\n${'x'.repeat(size)}`
	);
	client.write('GET /second HTTP/1.1\r\nHost: localhost\r\n\r\n');
	await vi.waitFor(() => expect(heard).toContain('/second'), { timeout: 5_000 });
	client.destroy();
});
