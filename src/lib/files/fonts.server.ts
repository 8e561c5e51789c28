import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');

/** Files of the letters that papers and pictures are set in: Noto Sans, with all Chinese characters of GB 18030's first plane. */
export const fonts = {
	regular: join(folder, 'NotoSansHans-Regular.otf'),
	bold: join(folder, 'NotoSansHans-Bold.otf')
} as const;

/** What these fonts call themselves. */
export const fontFamily = 'Noto Sans S Chinese';
