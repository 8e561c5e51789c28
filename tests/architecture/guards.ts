import ts from 'typescript';
import { bare, callsIn, declarations, parse, type Declared, type Source } from './source.ts';

/** Which makers of actions and which readers a group of routes may use. */
export interface Guards {
	actions: readonly string[];
	reads: readonly string[];
}

/**
 * What in a server file of a route is not behind one of its guards.
 * @returns names: `load`, `GET`, `actions.approve`
 */
export function unguarded(source: Source, guards: Guards): string[] {
	const declared = declarations(parse(source));
	const all = [...guards.actions, ...guards.reads];
	return declared
		.filter(({ exported }) => exported)
		.flatMap(({ name, body }) => {
			if (name === 'load') return leadsTo(guards.reads, body, declared) ? [] : [name];
			if (name === 'actions') return unguardedActions(body, guards.actions, declared);
			return methods.has(name) && !leadsTo(all, body, declared) ? [name] : [];
		});
}

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback']);

function unguardedActions(body: Declared['body'], makers: readonly string[], declared: Declared[]): string[] {
	const table = ts.isFunctionDeclaration(body) ? body : bare(body);
	if (!ts.isObjectLiteralExpression(table)) return ['actions'];
	return table.properties.flatMap((property) => {
		const name = property.name?.getText() ?? '…';
		const value = ts.isPropertyAssignment(property) ? property.initializer : property.name;
		return value && isMade(value, makers, declared) ? [] : [`actions.${name}`];
	});
}

/** True where a value is made by one of the makers, directly or by a function of this file that calls one. */
function isMade(value: ts.Node, makers: readonly string[], declared: Declared[]): boolean {
	const named = ts.isCallExpression(value) ? value.expression : value;
	if (!ts.isIdentifier(named)) return false;
	if (makers.includes(named.text)) return ts.isCallExpression(value);
	const local = declared.find(({ name }) => name === named.text);
	return local !== undefined && leadsTo(makers, local.body, declared);
}

/** True where a function calls one of these, itself or through a function of this file. */
function leadsTo(
	wanted: readonly string[],
	body: ts.Node,
	declared: Declared[],
	seen = new Set<ts.Node>()
): boolean {
	if (seen.has(body)) return false;
	seen.add(body);
	const called = callsIn(body);
	if (wanted.some((name) => called.has(name))) return true;
	return declared.some(({ name, body: next }) => called.has(name) && leadsTo(wanted, next, declared, seen));
}
