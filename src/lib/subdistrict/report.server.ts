import { inCommunity } from '#lib/db/client.server.ts';
import { pairLines } from '#lib/pairings/pairs.server.ts';
import { figuresOf, type Report } from '#lib/pairings/report.server.ts';
import { added, meanStars, noSums, shareKept, sumUp, type Sums } from '#lib/pairings/sums.ts';
import { ownCampaign, partnersOf, type Supervisor } from './supervisor.server.ts';
import { communityName, jointHead, type JointHead } from './words.ts';

/** What came of a joint campaign in one community. */
export interface ReportRow extends Sums {
	id: string;
	name: string;
	/** Visits kept of those due, in percent; null where none was due. */
	share: number | null;
	/** 1 … 5; null where nobody gave any. */
	mean: number | null;
}

/** What came of a joint campaign so far: figures alone, over all communities and for each. */
export async function jointReport(
	supervisor: Supervisor,
	id: string,
	now: Date
): Promise<{ head: JointHead; figures: Report['figures']; rows: ReportRow[] }> {
	const joint = await ownCampaign(supervisor, id);
	const partners = await partnersOf(supervisor, joint);
	const rows: ReportRow[] = [];
	for (const { community, campaign } of partners) {
		const here = { now, zone: community.zone };
		const pairs = await inCommunity(community.id, (scope) => pairLines(scope, campaign.id, here));
		const sums = sumUp(pairs);
		const name = communityName(community);
		rows.push({ id: community.id, name, ...sums, share: shareKept(sums), mean: meanStars(sums) });
	}
	const total = rows.reduce<Sums>(added, noSums);
	return { head: jointHead(joint, partners), figures: figuresOf(total), rows };
}
