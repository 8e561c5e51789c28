import { createServer, type AddressInfo } from 'node:net';

/** Whether this process could listen there now. */
export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
	return (await bind(port, host)) !== undefined;
}

/** A port that nobody listens on at this moment. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
	const port = await bind(0, host);
	if (port === undefined) throw new Error(`no port of ${host} can be listened on`);
	return port;
}

function bind(port: number, host: string): Promise<number | undefined> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen({ port, host, exclusive: true }, () => {
			const { port: bound } = server.address() as AddressInfo;
			server.close(() => resolve(bound));
		});
	});
}
