import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	createReadStream,
	createWriteStream,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';
import { root } from '../../scripts/project.ts';

/** A browser to launch, and the environment it needs. */
export interface Browser {
	executablePath: string;
	env: Record<string, string>;
}

const cache = join(root, 'node_modules', '.cache', 'linli');

/** CHROME_PATH, else a Chromium of this machine, else the one that npm brought. */
export async function findChromium(): Promise<Browser> {
	const fonts = { FONTCONFIG_FILE: fontSettings() };
	const installed = [process.env.CHROME_PATH, ...usualPlaces].find((path) => path && existsSync(path));
	if (installed) return { executablePath: installed, env: fonts };
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error('No Chromium or Chrome was found: install one, or name it with CHROME_PATH.');
	}
	const folder = await unpacked();
	return {
		executablePath: join(folder, 'chromium'),
		env: { ...fonts, LD_LIBRARY_PATH: join(folder, 'lib') }
	};
}

const usualPlaces = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * Settings by which the browser sees exactly one family of fonts, the Chinese one that npm brought. So pages look the
 * same on every machine, and Chinese has glyphs where the system has none.
 */
function fontSettings(): string {
	const fonts = join(root, 'node_modules', '@embedpdf', 'fonts-sc', 'fonts');
	const file = join(cache, 'fonts.conf');
	const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(cache, 'fontconfig')}</cachedir></fontconfig>
`;
	if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
		mkdirSync(cache, { recursive: true });
		writeFileSync(file, text);
	}
	return file;
}

/** The package carries the browser compressed, and beside it the libraries that a bare system lacks. */
async function unpacked(): Promise<string> {
	const manifest = join(
		dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
		'..',
		'..',
		'package.json'
	);
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	const target = join(cache, `chromium-${version}`);
	if (existsSync(target)) return target;

	const packed = join(dirname(manifest), 'bin');
	const draft = `${target}.${randomBytes(4).toString('hex')}`;
	mkdirSync(draft, { recursive: true });
	await decompress(join(packed, 'chromium.br'), join(draft, 'chromium'));
	await decompress(join(packed, 'al2023.tar.br'), join(draft, 'libraries.tar'));
	await promisify(execFile)('tar', ['-xf', join(draft, 'libraries.tar'), '-C', draft]);
	rmSync(join(draft, 'libraries.tar'));
	try {
		renameSync(draft, target);
	} catch (error) {
		rmSync(draft, { recursive: true });
		// Another run was faster.
		if (!existsSync(target)) throw error;
	}
	return target;
}

async function decompress(from: string, to: string): Promise<void> {
	await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));
}
