import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	foreignKey,
	integer,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { bytea, community, instant } from '../db/columns.ts';
import { servicePointKinds, venueKinds } from './venues.ts';

export const subdistricts = pgTable('subdistricts', {
	id: uuid().primaryKey(),
	name: text().notNull(),
	nameEn: text().notNull()
});

/** The tenants. */
export const communities = pgTable('communities', {
	id: uuid().primaryKey(),
	subdistrictId: uuid()
		.notNull()
		.references(() => subdistricts.id),
	/** The part of the address that names the community. */
	slug: text().notNull().unique(),
	name: text().notNull(),
	nameEn: text().notNull(),
	/** The number residents call, always shown. */
	phone: text().notNull(),
	zone: text().notNull().default('Asia/Shanghai'),
	/** Size of the map in metres; places are metres east and north of its south-west corner. */
	widthMetres: integer().notNull(),
	heightMetres: integer().notNull(),
	/** Key under which the keys of its people are wrapped. */
	wrappedKey: bytea().notNull(),
	createdAt: instant().notNull()
});

export const grids = pgTable(
	'grids',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		name: text().notNull(),
		nameEn: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.id] })]
);

export const compounds = pgTable(
	'compounds',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		name: text().notNull(),
		nameEn: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.communityId, t.id] })]
);

/** The unit of distance. */
export const buildings = pgTable(
	'buildings',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		gridId: uuid().notNull(),
		compoundId: uuid().notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** Centroid, metres. */
		east: integer().notNull(),
		north: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('buildings_name').on(t.communityId, t.name),
		foreignKey({ columns: [t.communityId, t.gridId], foreignColumns: [grids.communityId, grids.id] }),
		foreignKey({
			columns: [t.communityId, t.compoundId],
			foreignColumns: [compounds.communityId, compounds.id]
		})
	]
);

/** Where residents are served: 便民服务站, 一站式服务大厅 (seed 001). */
export const stations = pgTable(
	'stations',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** How one finds it. */
		address: text().notNull(),
		addressEn: text().notNull(),
		phone: text().notNull(),
		/** Metres on the community's map. */
		east: integer().notNull(),
		north: integer().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('stations_name').on(t.communityId, t.name)
	]
);

/** A window of a station (窗口). */
export const desks = pgTable(
	'desks',
	{
		communityId: community(),
		id: uuid().notNull(),
		stationId: uuid().notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** A desk that is no longer staffed keeps its past. */
		closed: boolean().notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('desks_name').on(t.communityId, t.stationId, t.name),
		foreignKey({
			columns: [t.communityId, t.stationId],
			foreignColumns: [stations.communityId, stations.id]
		})
	]
);

/** A room or a place outside that groups and residents use free of charge (五大场所, seed 001). */
export const venues = pgTable(
	'venues',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		kind: text({ enum: venueKinds }).notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** How one finds it. */
		address: text().notNull(),
		addressEn: text().notNull(),
		/** Metres on the community's map. */
		east: integer().notNull(),
		north: integer().notNull(),
		/** How many people it holds. */
		seats: integer().notNull(),
		/** Minutes of every local day in which it can be used, `[from, to)`. */
		fromMinute: integer().notNull(),
		toMinute: integer().notNull(),
		/** A venue that is no longer lent keeps its past. */
		closed: boolean().notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('venues_name').on(t.communityId, t.name),
		check('venues_seats', sql`${t.seats} between 1 and 2000`),
		check(
			'venues_minutes',
			sql`${t.fromMinute} >= 0 and ${t.fromMinute} < ${t.toMinute} and ${t.toMinute} <= 1440`
		)
	]
);

/** What the ten-minute circle offers besides stations and venues (服务网点, seed 001). */
export const servicePoints = pgTable(
	'service_points',
	{
		communityId: community().references(() => communities.id),
		id: uuid().notNull(),
		kind: text({ enum: servicePointKinds }).notNull(),
		name: text().notNull(),
		nameEn: text().notNull(),
		/** When it is open, as its door says. */
		hours: text().notNull(),
		phone: text(),
		east: integer().notNull(),
		north: integer().notNull(),
		closed: boolean().notNull().default(false)
	},
	(t) => [
		primaryKey({ columns: [t.communityId, t.id] }),
		uniqueIndex('service_points_name').on(t.communityId, t.name)
	]
);
