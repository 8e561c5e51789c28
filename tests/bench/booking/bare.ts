/** A bare endpoint: SvelteKit's request and response around the SQL of a decision, and nothing else. */
import { createServer } from 'node:http';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import postgres from 'postgres';
import { appRole, clientOptions } from '#lib/db/client.server.ts';
import { Semaphore } from '#lib/db/semaphore.ts';
import { minute } from '#lib/shared/time.ts';
import { decider, type Asked } from './decision.ts';

const communityId = process.argv[2]!;
const client = postgres(process.env.DATABASE_URL!, {
	...clientOptions,
	max: 10,
	connection: { ...clientOptions.connection, role: appRole }
});
const deciders = new Map<string, ReturnType<typeof decider>>();
/** As in the app no more are begun than there are connections; here everybody waits as long as it takes. */
const line = new Semaphore(10, 10 * minute, 10_000);

function decide(serviceId: string, asked: Asked): Promise<number> {
	if (!deciders.has(serviceId)) deciders.set(serviceId, decider(client, communityId, serviceId));
	return deciders.get(serviceId)!(asked);
}

async function answer(request: Request): Promise<Response> {
	const form = await request.formData();
	const said = (name: string) => String(form.get(name));
	const asked = {
		key: said('key'),
		accountId: said('account'),
		personId: said('for'),
		start: new Date(said('start'))
	};
	const status = await line.run(() => decide(said('service'), asked));
	return Response.json({ status });
}

const server = createServer((incoming, outgoing) => {
	void getRequest({ base: 'http://localhost', request: incoming })
		.then(answer)
		.catch(() => new Response('', { status: 500 }))
		.then((response) => setResponse(outgoing, response));
});
server.listen(0, '127.0.0.1', () => {
	process.stdout.write(`listening on port ${(server.address() as { port: number }).port}\n`);
});
