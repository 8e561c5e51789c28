import { dirname, relative, resolve } from 'node:path';

const lib = resolve(import.meta.dirname, '../../../src/lib');

/**
 * The rooms of src/lib, each below those that may import it. Notices know people by id alone, so `notifications`
 * stands below `accounts`; `web` is last, see docs/decisions/0009.
 */
export const rooms = [
	'shared',
	'ui',
	'db',
	'jobs',
	'audit',
	'files',
	'imports',
	'places',
	'notifications',
	'accounts',
	'skills',
	'records',
	'tasks',
	'volunteers',
	'requests',
	'matching',
	'plans',
	'pairings',
	'subdistrict',
	'hours',
	'booking',
	'hall',
	'venues',
	'contact',
	'partners',
	'groups',
	'activities',
	'courses',
	'cleanups',
	'reports',
	'demo',
	'web'
];

/** Made by a compiler; words may be said anywhere. */
const generated = 'paraglide';

/** @param {string} file an absolute path */
function roomOf(file) {
	const path = relative(lib, file);
	return path.startsWith('..') ? undefined : path.split(/[\\/]/)[0];
}

/**
 * The file that an import names; undefined where it is a package's.
 * @param {string} from the importing file
 * @param {string} source
 */
function fileOf(from, source) {
	if (source.startsWith('#lib/')) return resolve(lib, source.slice('#lib/'.length));
	return source.startsWith('.') ? resolve(dirname(from), source) : undefined;
}

/**
 * What is wrong with an import, or undefined.
 * @param {string} from the importing file
 * @param {string} source
 */
export function fault(from, source) {
	const target = fileOf(from, source);
	const above = target && roomOf(target);
	const here = roomOf(from);
	if (!here || here === above || above === generated) return undefined;
	if (!rooms.includes(here)) return `The room "${here}" has no place in the order of rooms`;
	if (!target) return undefined;
	if (!above) return `A room imports nothing outside of src/lib`;
	if (!rooms.includes(above)) return `The room "${above}" has no place in the order of rooms`;
	if (rooms.indexOf(above) < rooms.indexOf(here)) return undefined;
	return `"${here}" stands below "${above}" and must not know it`;
}

/** @type {import('eslint').Rule.RuleModule} */
export const roomOrder = {
	meta: {
		type: 'problem',
		docs: { description: 'rooms of src/lib import only rooms below them' },
		schema: []
	},
	create(context) {
		/** @param {{ source?: import('estree').Expression | null }} node */
		const check = ({ source }) => {
			if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
			const message = fault(context.filename, source.value);
			if (message) context.report({ node: source, message });
		};
		return {
			ImportDeclaration: check,
			ImportExpression: check,
			ExportNamedDeclaration: check,
			ExportAllDeclaration: check
		};
	}
};
