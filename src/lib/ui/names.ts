const twoCharacterSurnames = new Set(
	'欧阳 上官 司马 诸葛 司徒 皇甫 令狐 慕容 夏侯 尉迟 公孙 端木 东方 轩辕 宇文 长孙'.split(' ')
);

/** What stands in a person's picture: the surname of a Chinese name, the first letter of any other. */
export function surnameOf(name: string): string {
	const trimmed = name.trim();
	const start = [...trimmed].slice(0, 2).join('');
	if (twoCharacterSurnames.has(start)) return start;
	return [...trimmed][0]?.toUpperCase() ?? '';
}
