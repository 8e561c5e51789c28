import { inCommon, inCommunity } from '#lib/db/client.server.ts';
import {
	addCommunity,
	addPlaces,
	addSubdistrict,
	communityBySlug,
	type PlaceLine
} from '#lib/places/queries.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { newCommunityKey } from './keys.server.ts';
import { isMobile, readPhone } from './phone.ts';
import { grantRole } from './role-queries.server.ts';
import { addPerson } from './register.server.ts';

/** What a community begins with. */
export interface Founding {
	subdistrict: string;
	name: string;
	nameEn: string;
	/** The community's part of the address. */
	slug: string;
	/** The number that residents call. */
	phone: string;
	places: PlaceLine[];
	admin: { name: string; phone: string };
}

const slugForm = /^[a-z][a-z0-9-]{1,40}$/;
/** Metres of map beyond the outermost building. */
const margin = 100;

/**
 * Founds a community with its buildings and its first admin, who signs in with the phone given here.
 * @throws AppError `invalid` with the answer in `detail`, `already_taken` / `slug`
 */
export async function foundCommunity(founding: Founding, now: Date): Promise<{ communityId: string }> {
	const phone = readPhone(founding.admin.phone);
	if (!phone || !isMobile(phone)) throw new AppError('invalid', 'phone');
	if (!slugForm.test(founding.slug)) throw new AppError('invalid', 'slug');
	if (founding.places.length === 0) throw new AppError('invalid', 'places');
	const communityId = newId();
	await inCommon(async (scope) => {
		if (await communityBySlug(scope, founding.slug)) throw new AppError('already_taken', 'slug');
		const { subdistrict } = founding;
		await addCommunity(scope, {
			id: communityId,
			subdistrictId: await addSubdistrict(scope, { id: newId(), name: subdistrict, nameEn: subdistrict }),
			slug: founding.slug,
			name: founding.name,
			nameEn: founding.nameEn,
			phone: founding.phone,
			widthMetres: Math.max(...founding.places.map(({ east }) => east)) + margin,
			heightMetres: Math.max(...founding.places.map(({ north }) => north)) + margin,
			wrappedKey: newCommunityKey(communityId),
			createdAt: now
		});
	});
	await inCommunity(communityId, async (scope) => {
		await addPlaces(scope, founding.places);
		const adminId = await addPerson(
			scope,
			{ name: founding.admin.name, phone, verifiedBy: communityId },
			now
		);
		await grantRole(scope, adminId, 'staff', null, now);
		await grantRole(scope, adminId, 'admin', null, now);
	});
	return { communityId };
}
