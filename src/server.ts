/**
 * The process that answers: listens, checks Host, drains. Run it with `node src/server.ts` beside a finished `build/`.
 * The settings of the listener are read here; those of the application in shared/env.server.ts, inside the build.
 */
import type { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as TcpServer, type AddressInfo, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { env } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export interface RunningServer {
	port: number;
	/** Stops taking requests, ends those under way, lets the application close. Takes at most ten seconds. */
	stop(reason: string): Promise<void>;
}

/** Tells the built application which protocol a request came by; a client's own header of this name is overwritten. */
const protocolHeader = 'x-linli-protocol';

/**
 * Listens on HOST and PORT of the environment.
 *
 * Behind a TLS proxy set ORIGIN to the one public address. Without it the application believes the Host of each
 * request, so only known hosts are answered (more of them: ALLOWED_HOSTS), and takes the protocol for http.
 * @param handler answers requests; the built application unless a test brings its own
 */
export async function serve(handler?: Handler): Promise<RunningServer> {
	env.PROTOCOL_HEADER ||= protocolHeader;
	env.BODY_SIZE_LIMIT ||= '24M';
	const answer = handler ?? (await builtHandler());
	const hosts = allowedHosts();
	const busy = new Set<Socket>();
	let draining = false;

	const server = createServer(
		{ headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 },
		(request, response) => {
			busy.add(request.socket);
			response.once('finish', () => drop(request));
			response.once('close', () => {
				busy.delete(request.socket);
				if (draining) request.socket.end();
			});
			if (draining) response.setHeader('connection', 'close');
			if (!hosts.has(hostnameOf(request))) return refuse(request, response);
			request.headers[protocolHeader] = 'http';
			void respond(answer, request, response);
		}
	);
	server.keepAliveTimeout = 65_000; // longer than the proxies in front, so that they close first
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await listen(server);

	const idle = () => [...sockets].filter((socket) => !busy.has(socket));
	let stopped: Promise<void> | undefined;
	return {
		port: (server.address() as AddressInfo).port,
		stop: (reason) => {
			draining = true;
			return (stopped ??= drain(server, idle, reason));
		}
	};
}

async function builtHandler(): Promise<Handler> {
	const built = new URL('../build/handler.js', import.meta.url);
	const { handler } = (await import(built.href)) as { handler: Handler };
	return handler;
}

async function respond(answer: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
	try {
		await answer(request, response, () => response.writeHead(404).end());
	} catch {
		if (response.headersSent) response.destroy();
		else response.writeHead(500, { connection: 'close' }).end();
	}
}

/** What is left of a body that nobody read to its end would hold up the next request on the same connection. */
function drop(request: IncomingMessage): void {
	request.removeAllListeners('data').resume();
}

/** A name that is not ours is an attack on the browser (DNS rebinding) or a mistake in a proxy. */
function refuse(request: IncomingMessage, response: ServerResponse): void {
	request.resume();
	response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
	response.end('Misdirected Request: this host is not served here (see ALLOWED_HOSTS).\n');
}

function allowedHosts(): Set<string> {
	const { HOST = '127.0.0.1', ORIGIN, ALLOWED_HOSTS = '' } = env;
	const named = ALLOWED_HOSTS.split(',').map((name) => name.trim().toLowerCase());
	const hosts = new Set(['localhost', '127.0.0.1', '[::1]', bracketed(HOST), ...named]);
	if (ORIGIN) hosts.add(new URL(ORIGIN).hostname);
	if (HOST === '0.0.0.0' || HOST === '::') {
		for (const card of Object.values(networkInterfaces()))
			card?.forEach(({ address }) => hosts.add(bracketed(address)));
	}
	hosts.delete('');
	return hosts;
}

function bracketed(host: string): string {
	return host.includes(':') ? `[${host.toLowerCase()}]` : host.toLowerCase();
}

/** The host that the application will go by, without its port. */
function hostnameOf(request: IncomingMessage): string {
	const forwarded = env.HOST_HEADER && request.headers[env.HOST_HEADER.toLowerCase()];
	const host = typeof forwarded === 'string' && forwarded ? forwarded : (request.headers.host ?? '');
	return host.toLowerCase().replace(/:\d*$/, '');
}

function listen(server: Server): Promise<void> {
	const { HOST = '127.0.0.1', PORT = '3000' } = env;
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ host: HOST === 'localhost' ? '127.0.0.1' : HOST, port: Number(PORT) }, resolve);
	});
}

/**
 * `app:draining` turns readiness off and ends event streams; DRAIN_SECONDS later, when load balancers have noticed,
 * the door closes; `sveltekit:shutdown` stops workers and pool, and its listeners' promises are waited for.
 */
async function drain(server: Server, idle: () => Socket[], reason: string): Promise<void> {
	const events: EventEmitter = process;
	events.emit('app:draining');
	await pause(Number(env.DRAIN_SECONDS ?? 0) * 1000);

	// The plain close of TCP: the one of http also cuts off answers that are still on their way out.
	const closed = new Promise<void>((resolve) => TcpServer.prototype.close.call(server, () => resolve()));
	for (const socket of idle()) socket.end();
	const impatience = setTimeout(() => server.closeAllConnections(), 5_000);
	await closed;
	clearTimeout(impatience);

	const closing = events.listeners('sveltekit:shutdown').map(async (listener) => listener(reason) as unknown);
	await Promise.race([Promise.allSettled(closing), pause(5_000)]);
}

if (import.meta.main) {
	const server = await serve();
	process.stdout.write(`listening on port ${server.port}\n`);
	const stop = (signal: string) => void server.stop(signal).then(() => process.exit(0));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}
