/** What a device is called by its browser and its system; null where nothing is known of it. */
export interface DeviceName {
	browser: 'wechat' | 'Edge' | 'Firefox' | 'Chrome' | 'Safari' | null;
	system: 'iPhone' | 'iPad' | 'Android' | 'HarmonyOS' | 'Windows' | 'macOS' | 'Linux' | null;
}

const browsers: [RegExp, NonNullable<DeviceName['browser']>][] = [
	[/MicroMessenger/, 'wechat'],
	[/Edg(e|A|iOS)?\//, 'Edge'],
	[/Firefox\/|FxiOS\//, 'Firefox'],
	[/Chrome\/|CriOS\//, 'Chrome'],
	[/Safari\//, 'Safari']
];

const systems: [RegExp, NonNullable<DeviceName['system']>][] = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Macintosh/, 'macOS'],
	[/Linux|X11/, 'Linux']
];

function first<T>(known: [RegExp, T][], text: string): T | null {
	return known.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Browser and system in a User-Agent header, as far as a person needs them to know the device again. */
export function deviceName(userAgent: string): DeviceName {
	return { browser: first(browsers, userAgent), system: first(systems, userAgent) };
}
