/** `npm start`: database, schema, build, demo world, server; in one process that takes all down with it. */
import { networkInterfaces } from 'node:os';
import { serve } from '../src/server.ts';
import { buildIfStale, isBuilt } from './build.ts';
import { openDatabase } from './database.ts';
import { live } from './lifetime.ts';
import { isFree } from './ports.ts';
import { alreadyRunning, isOpen } from './postgres.ts';
import { dataDir } from './project.ts';
import { PlainError, say, step } from './steps.ts';

await live(async (life) => {
	const host = process.env.HOST || '127.0.0.1';
	const port = Number(process.env.PORT || 3000);
	await refuseTaken(port, host);

	const database = await openDatabase(life);
	if (!isBuilt()) {
		await step('构建应用，约一分钟', 'Building the app, a minute or so', () => buildIfStale(life.signal));
	}
	// Loaded late, as it needs the compiled words.
	const { ensureDemo, saySignIns } = await import('./demo.ts');
	const demo = database.demo && (await ensureDemo(database));

	Object.assign(process.env, { NODE_ENV: 'production', HOST: host, PORT: String(port) });
	const server = await step('启动服务', 'Starting the server', () => serve());
	life.atEnd(() => server.stop('npm start ends'));

	say('');
	say(`  邻里帮已启动 / Linli is running   ${addresses(host, server.port).join('   ')}`);
	if (demo) saySignIns();
	say('  按 Ctrl-C 停止 / Ctrl-C stops it\n');
	await life.asked;
});

/** Looked at before the slow steps, so that nobody waits for nothing. */
async function refuseTaken(port: number, host: string): Promise<void> {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new PlainError('PORT 必须是 0 到 65535 的整数。', 'PORT must be a whole number from 0 to 65535.');
	}
	if (await isFree(port, host)) return;
	if (!process.env.DATABASE_URL && isOpen(dataDir())) throw alreadyRunning(dataDir());
	throw new PlainError(
		`端口 ${port}（${host}）不能用，多半已被别的程序占用；请换一个，例如 PORT=${port + 1} npm start。`,
		`Port ${port} of ${host} cannot be used, most likely something else has it; try another: PORT=${port + 1} npm start.`
	);
}

/** Where a browser finds it: here, and from other devices when every network card is listened on. */
function addresses(host: string, port: number): string[] {
	if (host !== '0.0.0.0' && host !== '::')
		return [`http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`];
	const cards = Object.values(networkInterfaces()).flatMap((card) => card ?? []);
	const others = cards.filter(({ family, internal }) => family === 'IPv4' && !internal);
	return ['localhost', ...others.map(({ address }) => address)].map((name) => `http://${name}:${port}`);
}
