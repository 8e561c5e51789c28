import { expect, it } from 'vitest';
import { checkNewCampaign } from './campaign.server.ts';

const monday = new Date('2026-11-23T00:30:00Z');
const said = (fromDay: string, toDay: string) => ({ fromDay, toDay, need: 'chat' });
const refusal = (fromDay: string, toDay: string) => {
	try {
		checkNewCampaign(said(fromDay, toDay), monday);
		return null;
	} catch (error) {
		return (error as { detail: string }).detail;
	}
};

it('a campaign that begins ends in time to come, after its first day and within ten years', () => {
	expect(refusal('2026-11-01', '2027-11-01')).toBeNull();
	expect(refusal('2026-11-23', '2026-11-23')).toBeNull();
	expect(refusal('2020-01-01', '2020-02-01')).toBe('campaign_over');
	expect(refusal('2026-12-01', '2026-11-30')).toBe('campaign_days');
	expect(refusal('2026-11-23', '2999-01-01')).toBe('campaign_long');
});
