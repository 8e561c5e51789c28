import ts from 'typescript';
import { bare, callsIn, declarations, namesIn, parse, type Declared, type Source } from './source.ts';

/** An exported query. */
export interface Query {
	path: string;
	name: string;
	/** Its first parameter, `name: Type`; empty where it has none. */
	first: string;
	/** True where it, or a query of its file that it calls, changes or locks rows. */
	writes: boolean;
}

const writing = ['insert', 'update', 'delete', 'execute', 'for'];

/** The exported functions of a file of queries. */
export function queriesOf(source: Source): Query[] {
	const declared = declarations(parse(source));
	return declared.flatMap(({ name, exported, body }) => {
		const made = ts.isFunctionDeclaration(body) ? body : bare(body);
		if (!exported || !ts.isFunctionLike(made)) return [];
		const first = made.parameters[0]?.getText() ?? '';
		return [{ path: source.path, name, first, writes: isWriting(body, declared) }];
	});
}

function isWriting(body: ts.Node, declared: Declared[], seen = new Set<ts.Node>()): boolean {
	if (seen.has(body)) return false;
	seen.add(body);
	const called = callsIn(body);
	const named = namesIn(body);
	return (
		writing.some((verb) => called.has(verb)) ||
		declared.some(({ name, body: next }) => named.has(name) && isWriting(next, declared, seen))
	);
}

/** A query that a route takes, as `file name`; types are left out. */
export function takenBy(source: Source): string[] {
	return parse(source).statements.flatMap((statement) => {
		if (!ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly) return [];
		const from = (statement.moduleSpecifier as ts.StringLiteral).text;
		if (!from.endsWith('queries.server.ts')) return [];
		const bindings = statement.importClause?.namedBindings;
		if (!bindings || ts.isNamespaceImport(bindings)) return [`${from} *`];
		return bindings.elements
			.filter(({ isTypeOnly }) => !isTypeOnly)
			.map(({ name, propertyName }) => `${from} ${(propertyName ?? name).text}`);
	});
}
