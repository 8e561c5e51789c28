import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { migrations } from '../../scripts/project.ts';
import { openTestServer } from './cluster.ts';
import { createDatabase } from './create-database.ts';

/** Once per run of tests/db: a server, and a migrated template that every file clones. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
	const server = await openTestServer();
	process.env.DATA_DIR = server.dataDir;
	const template = await createDatabase(server.url);
	await prepareDatabase(template.url, migrations);
	provide('serverUrl', server.url);
	provide('template', template.name);
	provide('dataDir', server.dataDir);
	return async () => {
		await template.drop();
		await server.close();
	};
}
