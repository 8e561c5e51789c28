import type {
	activities,
	activityRatings,
	attendances,
	occurrences,
	signUps,
	termPlans
} from '#lib/activities/tables.server.ts';
import type {
	accounts,
	avoidances,
	consents,
	gridOfficers,
	households,
	memberships,
	people,
	proxies,
	supervisors
} from '#lib/accounts/tables.server.ts';
import type {
	cleanupAreas,
	cleanupBuildings,
	cleanupPictures,
	cleanups,
	cleanupSignUps,
	cleanupTeams
} from '#lib/cleanups/tables.server.ts';
import type { courseCompletions, courses } from '#lib/courses/tables.server.ts';
import type { events, openings } from '#lib/audit/tables.server.ts';
import type {
	bookingRatings,
	bookings,
	serviceDocuments,
	serviceOfficers,
	services
} from '#lib/booking/tables.server.ts';
import type { files } from '#lib/files/tables.server.ts';
import type {
	groupMembers,
	groupMessages,
	groupPosts,
	groupShares,
	groups,
	groupStories,
	groupStoryPictures
} from '#lib/groups/tables.server.ts';
import type { tickets } from '#lib/hall/tables.server.ts';
import type {
	calendarDays,
	calendarYears,
	duties,
	dutySwaps,
	hoursExceptions,
	hoursRules,
	rosterLines,
	rosterWeeks,
	shiftPatterns
} from '#lib/hours/tables.server.ts';
import type { approvals, approvedCandidates, offers } from '#lib/matching/tables.server.ts';
import type {
	campaignMembers,
	campaignResidents,
	campaigns,
	pairingReviews,
	pairings,
	subdistrictCampaigns
} from '#lib/pairings/tables.server.ts';
import type { partnerUnits } from '#lib/partners/tables.server.ts';
import type { notices } from '#lib/notifications/tables.server.ts';
import type {
	buildings,
	communities,
	compounds,
	desks,
	grids,
	servicePoints,
	stations,
	subdistricts,
	venues
} from '#lib/places/tables.server.ts';
import type { serviceRecords } from '#lib/records/tables.server.ts';
import type { requests, requestWindows } from '#lib/requests/tables.server.ts';
import type { heldSkills } from '#lib/skills/tables.server.ts';
import type { tasks } from '#lib/tasks/tables.server.ts';
import type { venueBookings } from '#lib/venues/tables.server.ts';
import type { absences, availability, cards } from '#lib/volunteers/tables.server.ts';

/*
 * The rows of the demo world as they will stand in the tables, without the community in front, and with what the
 * tables keep sealed still in the open.
 */

type Row<T extends { $inferInsert: object }, Sealed extends keyof T['$inferInsert'] = never> = Omit<
	T['$inferInsert'],
	'communityId' | Sealed
>;

export type GridRow = Row<typeof grids>;
export type CompoundRow = Row<typeof compounds>;
export type BuildingRow = Row<typeof buildings>;
export type StationRow = Row<typeof stations>;
export type DeskRow = Row<typeof desks>;
export type VenueRow = Row<typeof venues>;
export type ServicePointRow = Row<typeof servicePoints>;
export type HomeRow = Row<typeof households, 'doorSealed' | 'doorHash'> & { door: string };
export type PersonRow = Row<typeof people, 'wrappedKey' | 'phoneHash' | 'phoneSealed' | 'search'> & {
	phone: string | null;
};
export type MembershipRow = Row<typeof memberships>;
export type GridOfficerRow = Row<typeof gridOfficers>;
export type ConsentRow = Row<typeof consents>;
export type AvoidanceRow = Row<typeof avoidances>;
export type ProxyRow = Row<typeof proxies>;
export type CardRow = Row<typeof cards>;
export type HeldSkillRow = Row<typeof heldSkills>;
export type AvailabilityRow = Row<typeof availability>;
export type AbsenceRow = Row<typeof absences>;
export type RequestRow = Row<typeof requests, 'noteSealed'> & { note: string | null };
export type RequestWindowRow = Row<typeof requestWindows>;
export type ApprovalRow = Row<typeof approvals>;
export type ApprovedCandidateRow = Row<typeof approvedCandidates>;
export type OfferRow = Row<typeof offers>;
export type TaskRow = Row<typeof tasks, 'noteSealed'> & { note: string | null };
export type ServiceRecordRow = Row<typeof serviceRecords>;
export type CampaignRow = Row<typeof campaigns>;
export type JointCampaignRow = typeof subdistrictCampaigns.$inferInsert;
export type CampaignMemberRow = Row<typeof campaignMembers>;
export type CampaignResidentRow = Row<typeof campaignResidents>;
export type PairingRow = Row<typeof pairings>;
export type PairingReviewRow = Row<typeof pairingReviews>;
export type CalendarYearRow = Row<typeof calendarYears>;
export type CalendarDayRow = Row<typeof calendarDays>;
export type HoursRuleRow = Row<typeof hoursRules>;
export type HoursExceptionRow = Row<typeof hoursExceptions>;
export type ShiftPatternRow = Row<typeof shiftPatterns>;
export type RosterLineRow = Row<typeof rosterLines>;
export type RosterWeekRow = Row<typeof rosterWeeks>;
export type DutyRow = Row<typeof duties>;
export type DutySwapRow = Row<typeof dutySwaps>;
export type ServiceRow = Row<typeof services>;
export type ServiceDocumentRow = Row<typeof serviceDocuments>;
export type ServiceOfficerRow = Row<typeof serviceOfficers>;
export type BookingRow = Row<typeof bookings>;
export type BookingRatingRow = Row<typeof bookingRatings>;
export type TicketRow = Row<typeof tickets>;
export type VenueBookingRow = Row<typeof venueBookings>;
export type TermPlanRow = Row<typeof termPlans>;
export type ActivityRow = Row<typeof activities>;
export type OccurrenceRow = Row<typeof occurrences>;
export type SignUpRow = Row<typeof signUps>;
export type AttendanceRow = Row<typeof attendances>;
export type ActivityRatingRow = Row<typeof activityRatings>;
export type PartnerUnitRow = Row<typeof partnerUnits>;
export type GroupRow = Row<typeof groups>;
export type GroupMemberRow = Row<typeof groupMembers, 'answerSealed'> & { answer: string | null };
export type GroupPostRow = Row<typeof groupPosts>;
export type GroupShareRow = Row<typeof groupShares>;
export type GroupStoryRow = Row<typeof groupStories>;
export type GroupStoryPictureRow = Row<typeof groupStoryPictures>;
export type FileRow = Row<typeof files>;
/** A picture before it is drawn. */
export type PictureRow = Pick<FileRow, 'id' | 'createdBy' | 'createdAt'> & { svg: string };
export type GroupMessageRow = Row<typeof groupMessages>;
export type CourseRow = Row<typeof courses>;
export type CompletionRow = Row<typeof courseCompletions>;
export type CleanupRow = Row<typeof cleanups>;
export type CleanupAreaRow = Row<typeof cleanupAreas>;
export type CleanupBuildingRow = Row<typeof cleanupBuildings>;
export type CleanupTeamRow = Row<typeof cleanupTeams>;
export type CleanupSignUpRow = Row<typeof cleanupSignUps>;
export type CleanupPictureRow = Row<typeof cleanupPictures>;
export type EventRow = Row<typeof events>;
export type OpeningRow = Row<typeof openings>;
export type NoticeRow = Row<typeof notices>;

/** One community with all that happened in it; lists in the order in which they can be inserted. */
export interface CommunityWorld {
	community: Omit<typeof communities.$inferInsert, 'wrappedKey'>;
	grids: GridRow[];
	compounds: CompoundRow[];
	buildings: BuildingRow[];
	stations: StationRow[];
	desks: DeskRow[];
	venues: VenueRow[];
	servicePoints: ServicePointRow[];
	homes: HomeRow[];
	people: PersonRow[];
	memberships: MembershipRow[];
	gridOfficers: GridOfficerRow[];
	consents: ConsentRow[];
	avoidances: AvoidanceRow[];
	proxies: ProxyRow[];
	cards: CardRow[];
	heldSkills: HeldSkillRow[];
	availability: AvailabilityRow[];
	absences: AbsenceRow[];
	requests: RequestRow[];
	requestWindows: RequestWindowRow[];
	approvals: ApprovalRow[];
	approvedCandidates: ApprovedCandidateRow[];
	offers: OfferRow[];
	tasks: TaskRow[];
	serviceRecords: ServiceRecordRow[];
	campaigns: CampaignRow[];
	campaignMembers: CampaignMemberRow[];
	campaignResidents: CampaignResidentRow[];
	pairings: PairingRow[];
	pairingReviews: PairingReviewRow[];
	calendarYears: CalendarYearRow[];
	calendarDays: CalendarDayRow[];
	hoursRules: HoursRuleRow[];
	hoursExceptions: HoursExceptionRow[];
	shiftPatterns: ShiftPatternRow[];
	rosterLines: RosterLineRow[];
	rosterWeeks: RosterWeekRow[];
	duties: DutyRow[];
	dutySwaps: DutySwapRow[];
	services: ServiceRow[];
	serviceDocuments: ServiceDocumentRow[];
	serviceOfficers: ServiceOfficerRow[];
	bookings: BookingRow[];
	bookingRatings: BookingRatingRow[];
	tickets: TicketRow[];
	venueBookings: VenueBookingRow[];
	termPlans: TermPlanRow[];
	activities: ActivityRow[];
	occurrences: OccurrenceRow[];
	signUps: SignUpRow[];
	attendances: AttendanceRow[];
	activityRatings: ActivityRatingRow[];
	pictures: PictureRow[];
	partnerUnits: PartnerUnitRow[];
	groups: GroupRow[];
	groupMembers: GroupMemberRow[];
	groupPosts: GroupPostRow[];
	groupShares: GroupShareRow[];
	groupStories: GroupStoryRow[];
	groupStoryPictures: GroupStoryPictureRow[];
	groupMessages: GroupMessageRow[];
	courses: CourseRow[];
	courseCompletions: CompletionRow[];
	cleanups: CleanupRow[];
	cleanupAreas: CleanupAreaRow[];
	cleanupBuildings: CleanupBuildingRow[];
	cleanupTeams: CleanupTeamRow[];
	cleanupSignUps: CleanupSignUpRow[];
	cleanupPictures: CleanupPictureRow[];
	events: EventRow[];
	openings: OpeningRow[];
	notices: NoticeRow[];
}

/** An account with the phone that opens it. */
export type DemoAccount = Pick<typeof accounts.$inferInsert, 'id' | 'createdAt'> & { phone: string };

/** The whole demo world. */
export interface World {
	subdistrict: typeof subdistricts.$inferInsert;
	accounts: DemoAccount[];
	supervisors: (typeof supervisors.$inferInsert)[];
	jointCampaigns: JointCampaignRow[];
	communities: CommunityWorld[];
}
