/** A bare endpoint: SvelteKit's request and response around the SQL of a decision, and nothing else. */
import { createServer } from 'node:http';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import postgres from 'postgres';
import { appRole, clientOptions } from '#lib/db/client.server.ts';
import { decider } from './decision.ts';

const [communityId, serviceId] = process.argv.slice(2) as [string, string];
const client = postgres(process.env.DATABASE_URL!, {
	...clientOptions,
	max: 10,
	connection: { ...clientOptions.connection, role: appRole }
});
const decide = decider(client, communityId, serviceId);

async function answer(request: Request): Promise<Response> {
	const form = await request.formData();
	const said = (name: string) => String(form.get(name));
	const status = await decide({
		key: said('key'),
		accountId: said('account'),
		personId: said('for'),
		start: new Date(said('start'))
	});
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
