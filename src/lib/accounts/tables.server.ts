import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	foreignKey,
	index,
	integer,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { bytea, community, instant } from '../db/columns.ts';
import { buildings, communities, subdistricts } from '../places/tables.server.ts';
import { consentPurposes, proxyRights, proxyStates } from './people.ts';

/** Someone who signs in, across communities. */
export const accounts = pgTable('accounts', {
	id: uuid().primaryKey(),
	/** Keyed hash: a phone is found by it and cannot be read from it. */
	phoneHash: text().notNull().unique(),
	phoneSealed: bytea().notNull(),
	wrappedKey: bytea().notNull(),
	createdAt: instant().notNull()
});

export const sessions = pgTable(
	'sessions',
	{
		/** SHA-256 of the id in the cookie. */
		idHash: text().primaryKey(),
		accountId: uuid()
			.notNull()
			.references(() => accounts.id, { onDelete: 'cascade' }),
		/** Moves while the session is used. */
		expiresAt: instant().notNull(),
		/** Never moves. */
		endsAt: instant().notNull(),
		device: text().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [index('sessions_account').on(t.accountId)]
);

/** Six-digit codes on their way to a phone. Kept one day for the limits, then swept. */
export const signInCodes = pgTable(
	'sign_in_codes',
	{
		/** Names the attempt in the browser that asked; a code works only there. */
		id: uuid().primaryKey(),
		phoneHash: text().notNull(),
		/** The number, sealed until the code is used or lapses. */
		phoneSealed: bytea().notNull(),
		addressHash: text().notNull(),
		codeHash: text().notNull(),
		tries: integer().notNull().default(0),
		createdAt: instant().notNull(),
		expiresAt: instant().notNull(),
		usedAt: instant()
	},
	(t) => [
		index('sign_in_codes_phone').on(t.phoneHash, t.createdAt),
		index('sign_in_codes_address').on(t.addressHash, t.createdAt)
	]
);

/** Comrades at the sub-district, who see all its communities. */
export const supervisors = pgTable(
	'supervisors',
	{
		subdistrictId: uuid()
			.notNull()
			.references(() => subdistricts.id),
		accountId: uuid()
			.notNull()
			.references(() => accounts.id),
		since: instant().notNull()
	},
	(t) => [primaryKey({ columns: [t.subdistrictId, t.accountId] })]
);

export const households = pgTable(
	'households',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		buildingId: uuid().notNull(),
		doorSealed: bytea().notNull(),
		/** Keyed hash of building and door, so that one home is one row. */
		doorHash: text().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('households_door').on(t.communityId, t.doorHash),
		foreignKey({
			columns: [t.communityId, t.buildingId],
			foreignColumns: [buildings.communityId, buildings.id]
		})
	]
);

/** People as one community knows them. An account and a phone are optional: an elder without a phone is a person. */
export const people = pgTable(
	'people',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		accountId: uuid().references(() => accounts.id),
		/** `unit`: a partner unit on whose behalf help is asked. */
		kind: text({ enum: ['resident', 'guest', 'unit'] }).notNull(),
		name: text().notNull(),
		gender: text({ enum: ['female', 'male'] }),
		bornOn: date(),
		/** Lives alone, is very old or ill: only vetted volunteers visit. */
		vulnerable: boolean().notNull().default(false),
		householdId: uuid(),
		phoneHash: text(),
		phoneSealed: bytea(),
		wrappedKey: bytea().notNull(),
		verifiedAt: instant(),
		verifiedBy: uuid(),
		/** Character pairs of the name and initials of its pinyin. */
		search: text().array().notNull(),
		createdAt: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('people_account').on(t.communityId, t.accountId),
		uniqueIndex('people_phone').on(t.communityId, t.phoneHash),
		index('people_by_account').on(t.accountId),
		index('people_household').on(t.communityId, t.householdId),
		index('people_search').using('gin', t.search),
		foreignKey({
			columns: [t.communityId, t.householdId],
			foreignColumns: [households.communityId, households.id]
		}),
		check('people_name', sql`length(${t.name}) between 1 and 60`)
	]
);

/** People of another community who come here. No foreign key leaves a tenant: home is known by ids alone. */
export const guests = pgTable(
	'guests',
	{
		communityId: community(),
		personId: uuid().notNull(),
		homeCommunityId: uuid().notNull(),
		homePersonId: uuid().notNull(),
		since: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.personId] }),
		uniqueIndex('guests_home').on(t.communityId, t.homePersonId),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** Roles of a person in a community, each with who gave it and when. A resident needs no row. */
export const memberships = pgTable(
	'memberships',
	{
		communityId: community(),
		personId: uuid().notNull(),
		role: text({ enum: ['volunteer', 'staff', 'admin'] }).notNull(),
		grantedBy: uuid(),
		grantedAt: instant().notNull(),
		endedAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.personId, t.role] }),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** The staff member who answers for a grid (包片负责制, seed 003). */
export const gridOfficers = pgTable(
	'grid_officers',
	{
		communityId: community(),
		gridId: uuid().notNull(),
		personId: uuid().notNull(),
		since: instant().notNull(),
		/** The number on the contact card; the community's where there is none. */
		phone: text()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.gridId] }),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** Consent per purpose and wording version; withdrawing keeps the row. */
export const consents = pgTable(
	'consents',
	{
		communityId: community(),
		id: uuid().notNull(),
		personId: uuid().notNull(),
		purpose: text({ enum: consentPurposes }).notNull(),
		version: integer().notNull(),
		givenAt: instant().notNull(),
		/** Staff who wrote it down on the person's word; null when given in person on a phone. */
		takenBy: uuid(),
		withdrawnAt: instant()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('consents_standing')
			.on(t.communityId, t.personId, t.purpose)
			.where(sql`${t.withdrawnAt} is null`),
		index('consents_person').on(t.communityId, t.personId),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] })
	]
);

/** Two people who are not to be brought together, whoever of them wished it. */
export const avoidances = pgTable(
	'avoidances',
	{
		communityId: community(),
		personId: uuid().notNull(),
		avoidedId: uuid().notNull(),
		since: instant().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.personId, t.avoidedId] }),
		index('avoidances_avoided').on(t.communityId, t.avoidedId),
		foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.avoidedId], foreignColumns: [people.communityId, people.id] })
	]
);

/** A child or neighbour who acts for an elder (亲情代理), with the elder's consent and as far as it goes. */
export const proxies = pgTable(
	'proxies',
	{
		communityId: community(),
		id: uuid().notNull(),
		/** For whom. */
		elderId: uuid().notNull(),
		/** Who acts. */
		proxyId: uuid().notNull(),
		/** What the proxy may do. */
		allowed: text({ enum: proxyRights }).array().notNull(),
		status: text({ enum: proxyStates }).notNull(),
		askedBy: uuid().notNull(),
		askedAt: instant().notNull(),
		acceptedAt: instant(),
		/** Who said yes last: the one asked, or staff who took the elder's word. */
		acceptedBy: uuid(),
		endedAt: instant(),
		endedBy: uuid()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('proxies_standing')
			.on(t.communityId, t.elderId, t.proxyId)
			.where(sql`${t.status} in ('asked', 'accepted')`),
		index('proxies_proxy').on(t.communityId, t.proxyId, t.status),
		foreignKey({ columns: [t.communityId, t.elderId], foreignColumns: [people.communityId, people.id] }),
		foreignKey({ columns: [t.communityId, t.proxyId], foreignColumns: [people.communityId, people.id] }),
		check('proxies_two', sql`${t.elderId} <> ${t.proxyId}`)
	]
);
