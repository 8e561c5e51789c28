import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Scope } from '#lib/db/client.server.ts';
import { purposeKey, seal, unseal } from '#lib/db/vault.server.ts';
import type { BadRow } from './read-rows.ts';
import type { Sheet } from './sheet.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A sheet as it waits to be imported. */
export type KeptSheet = Pick<Sheet, 'columns' | 'rows' | 'lines'>;

/** The rows that were left out, with their numbers in the file. */
export interface Rejects {
	columns: string[];
	bad: BadRow[];
	lines: number[];
}

/** A sheet packed and sealed for one run of one community. */
export async function sealSheet(scope: Scope, runId: string, sheet: KeptSheet | Rejects): Promise<Buffer> {
	const packed = await pack(JSON.stringify(sheet));
	return seal(keyOf(scope), packed.toString('base64'), `import_runs:${runId}`);
}

/** Opens what `sealSheet` sealed. */
export async function openSheet<S extends KeptSheet | Rejects>(
	scope: Scope,
	runId: string,
	sealed: Buffer
): Promise<S> {
	const packed = Buffer.from(unseal(keyOf(scope), sealed, `import_runs:${runId}`), 'base64');
	return JSON.parse((await unpack(packed)).toString()) as S;
}

function keyOf({ communityId }: Scope): Buffer {
	return purposeKey(`imports:${communityId}`);
}
