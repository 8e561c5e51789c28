import type { TestProject } from 'vitest/node';
import { loadDemo } from '#lib/demo/load.server.ts';
import { prepareDatabase } from '#lib/jobs/prepare.server.ts';
import { buildIfStale } from '../../scripts/build.ts';
import { migrations } from '../../scripts/project.ts';
import { openTestServer } from './cluster.ts';
import { createDatabase } from './create-database.ts';

/** Once per run of tests/e2e: the build, a server, and a template with the demo community that every file clones. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
	await buildIfStale();
	const server = await openTestServer();
	// The demo community is encrypted with the keys in there; the apps get the same folder.
	process.env.DATA_DIR = server.dataDir;
	const template = await createDatabase(server.url);
	await prepareDatabase(template.url, migrations);
	// A Monday morning, whatever day it is: what can be asked for depends on the hour.
	process.env.TEST_NOW ||= '2026-11-23T00:30:00Z';
	const { TEST_NOW } = process.env;
	await loadDemo(template.url, { now: new Date(TEST_NOW), onStep: () => {} });
	provide('serverUrl', server.url);
	provide('template', template.name);
	provide('dataDir', server.dataDir);
	return async () => {
		await template.drop();
		await server.close();
	};
}
