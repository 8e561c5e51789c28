import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/project.ts';

/** A file of the project, as these tests read it. */
export interface Source {
	/** From the project's folder. */
	path: string;
	text: string;
}

/** Files by patterns from the project's folder, without what a compiler made. */
export function sources(...patterns: string[]): Source[] {
	return globSync(patterns, { cwd: root })
		.filter((path) => !path.includes('/paraglide/') && statSync(join(root, path)).isFile())
		.sort()
		.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function parse({ path, text }: Source): ts.SourceFile {
	return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** A top-level function or constant, with what it is made of. */
export interface Declared {
	name: string;
	exported: boolean;
	/** The function, or the value of the constant. */
	body: ts.FunctionDeclaration | ts.Expression;
}

export function declarations(file: ts.SourceFile): Declared[] {
	return file.statements.flatMap((statement): Declared[] => {
		if (!ts.canHaveModifiers(statement)) return [];
		const exported = !!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (ts.isFunctionDeclaration(statement) && statement.name) {
			return [{ name: statement.name.text, exported, body: statement }];
		}
		if (!ts.isVariableStatement(statement)) return [];
		return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
			ts.isIdentifier(name) && initializer ? [{ name: name.text, exported, body: initializer }] : []
		);
	});
}

/** A value without the `satisfies`, `as` and brackets around it. */
export function bare(node: ts.Expression): ts.Expression {
	const wrapped =
		ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node);
	return wrapped ? bare(node.expression) : node;
}

/** Names of all functions called in a node, methods by their last name. */
export function callsIn(node: ts.Node): Set<string> {
	const found = new Set<string>();
	const visit = (one: ts.Node) => {
		if (ts.isCallExpression(one)) {
			const { expression } = one;
			if (ts.isIdentifier(expression)) found.add(expression.text);
			if (ts.isPropertyAccessExpression(expression)) found.add(expression.name.text);
		}
		ts.forEachChild(one, visit);
	};
	visit(node);
	return found;
}

/** Names of all identifiers in a node. */
export function namesIn(node: ts.Node): Set<string> {
	const found = new Set<string>();
	const visit = (one: ts.Node) => {
		if (ts.isIdentifier(one)) found.add(one.text);
		ts.forEachChild(one, visit);
	};
	visit(node);
	return found;
}
