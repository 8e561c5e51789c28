import { holdActivities } from './activities.ts';
import { pictureActivities } from './activity-stories.ts';
import { teachCourses } from './courses.ts';
import { bringCast } from './cast.ts';
import { liveCastHistory } from './cast-history.ts';
import { cleanTogether } from './cleanups.ts';
import { goRound, keepApart } from './consents.ts';
import type { Draft } from './draft.ts';
import { gather } from './groups.ts';
import { serveAtDesks } from './hall.ts';
import { liveThroughTheYear } from './history.ts';
import { settle } from './households.ts';
import { underWay } from './open-scenes.ts';
import { openToday } from './open.ts';
import { bringTogether } from './pairs.ts';
import { firstDay } from './people.ts';
import { layOut } from './places.ts';
import { agreeWithUnits } from './partners.ts';
import { actForFamily } from './proxies.ts';
import type { CommunityWorld } from './rows.ts';
import { drawUpRoster } from './roster.ts';
import { offerServices } from './services.ts';
import { demoSignIns } from './sign-ins.ts';
import { employStaff } from './staff.ts';
import { openStation } from './station.ts';
import { askToSwap } from './swaps.ts';
import { planTerms } from './terms.ts';
import { bookVenues, openVenues } from './venues.ts';
import { enrol } from './volunteers.ts';

/** One community of the demo world, from its places to the requests of today. */
export function makeCommunity(
	from: Pick<Draft, 'seed' | 'plan' | 'calendar' | 'id'>,
	subdistrictId: string,
	accounts: { id: string; phone: string }[],
	now: Date = from.calendar.at(0, 0)
): Draft {
	const draft = emptyDraft(from, subdistrictId);
	const hasCast = draft.plan.slug === 'chengdong';
	layOut(draft);
	employStaff(draft);
	openStation(draft);
	openVenues(draft);
	drawUpRoster(draft);
	offerServices(draft);
	if (hasCast) bringCast(draft);
	settle(draft);
	enrol(draft);
	goRound(draft);
	keepApart(draft);
	if (hasCast) actForFamily(draft);
	if (hasCast) liveCastHistory(draft);
	liveThroughTheYear(draft);
	if (hasCast) underWay(draft);
	openToday(draft);
	if (hasCast) bringTogether(draft);
	serveAtDesks(draft, now);
	if (hasCast) askToSwap(draft);
	bookVenues(draft);
	agreeWithUnits(draft);
	gather(draft);
	holdActivities(draft);
	teachCourses(draft);
	if (hasCast) cleanTogether(draft);
	if (hasCast) planTerms(draft);
	pictureActivities(draft);
	for (const person of draft.cast.values()) {
		person.accountId = accounts.find(({ phone }) => phone === person.phone)?.id ?? null;
	}
	return draft;
}

function emptyDraft(from: Pick<Draft, 'seed' | 'plan' | 'calendar' | 'id'>, subdistrictId: string): Draft {
	return {
		...from,
		rows: emptyRows(from, subdistrictId),
		names: new Set(demoSignIns.map(({ name }) => name)),
		staff: [],
		cast: new Map(),
		homes: new Map(),
		lastHelper: new Map(),
		helpers: []
	};
}

function emptyRows(
	{ plan, calendar, id }: Pick<Draft, 'plan' | 'calendar' | 'id'>,
	subdistrictId: string
): CommunityWorld {
	const { slug, name, nameEn, phone, widthMetres, heightMetres } = plan;
	const createdAt = calendar.at(firstDay, 8 * 60);
	return {
		community: {
			id: id('community'),
			subdistrictId,
			slug,
			name,
			nameEn,
			phone,
			widthMetres,
			heightMetres,
			createdAt
		},
		grids: [],
		compounds: [],
		buildings: [],
		stations: [],
		desks: [],
		venues: [],
		servicePoints: [],
		homes: [],
		people: [],
		memberships: [],
		gridOfficers: [],
		consents: [],
		avoidances: [],
		proxies: [],
		cards: [],
		heldSkills: [],
		availability: [],
		absences: [],
		requests: [],
		requestWindows: [],
		approvals: [],
		approvedCandidates: [],
		offers: [],
		tasks: [],
		serviceRecords: [],
		campaigns: [],
		campaignMembers: [],
		campaignResidents: [],
		pairings: [],
		pairingReviews: [],
		calendarYears: [],
		calendarDays: [],
		hoursRules: [],
		hoursExceptions: [],
		shiftPatterns: [],
		rosterLines: [],
		rosterWeeks: [],
		duties: [],
		dutySwaps: [],
		services: [],
		serviceDocuments: [],
		serviceOfficers: [],
		bookings: [],
		bookingRatings: [],
		tickets: [],
		pictures: [],
		partnerUnits: [],
		groups: [],
		groupMembers: [],
		groupPosts: [],
		groupShares: [],
		groupStories: [],
		groupStoryPictures: [],
		groupMessages: [],
		venueBookings: [],
		termPlans: [],
		activities: [],
		occurrences: [],
		signUps: [],
		attendances: [],
		activityRatings: [],
		courses: [],
		courseCompletions: [],
		cleanups: [],
		cleanupAreas: [],
		cleanupBuildings: [],
		cleanupTeams: [],
		cleanupSignUps: [],
		cleanupPictures: [],
		events: [],
		openings: [],
		notices: []
	};
}
