import { describe, expect, it } from 'vitest';
import { deviceName } from './device.ts';

describe('the name of a device', () => {
	it('is WeChat where its browser claims to be Chrome or Safari as well', () => {
		const android =
			'Mozilla/5.0 (Linux; Android 14; M) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49';
		expect(deviceName(android)).toEqual({ browser: 'wechat', system: 'Android' });
		const iphone =
			'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49';
		expect(deviceName(iphone)).toEqual({ browser: 'wechat', system: 'iPhone' });
	});
	it('tells Edge from Chrome, and Safari from both', () => {
		const windows =
			'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36';
		expect(deviceName(windows)).toEqual({ browser: 'Chrome', system: 'Windows' });
		expect(deviceName(`${windows} Edg/131.0`).browser).toBe('Edge');
		const mac =
			'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15';
		expect(deviceName(mac)).toEqual({ browser: 'Safari', system: 'macOS' });
	});
	it('is unknown where the header says nothing', () => {
		expect(deviceName('')).toEqual({ browser: null, system: null });
	});
});
