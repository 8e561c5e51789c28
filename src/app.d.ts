import type { Actor } from '#lib/accounts/people.ts';
import type { CommunityRow } from '#lib/places/queries.server.ts';
import type { Locale, Mode, Theme } from '#lib/shared/preferences.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Names the request in the logs. */
			requestId?: string;
		}
		interface Locals {
			requestId: string;
			/** The application's now, read once per request. */
			now: Date;
			/** Who is signed in, if anyone; an account is no person of a community yet. */
			session: { id: string; idHash: string; accountId: string } | null;
			/** The community that the address names. */
			community: CommunityRow | null;
			/** Who acts in that community, read once when first asked for; null where signed out or not yet known there. */
			actor: () => Promise<Actor | null>;
			preferences: { locale: Locale; mode: Mode; theme: Theme };
			/** True in a demo world. */
			demo: boolean;
		}
		interface PageData {
			title?: string;
		}
	}
}

export {};
