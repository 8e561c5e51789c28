import type { NeedKey } from '#lib/skills/needs.ts';
import type { HealthLimit } from '#lib/volunteers/volunteers.ts';

/** Heavy work is not for those whose health forbids it (志愿服务条例 15). */
const strains: Partial<Record<NeedKey, readonly HealthLimit[]>> = {
	carry_heavy_things: ['no_lifting'],
	clean_up_day: ['no_lifting'],
	housework: ['no_lifting']
};

/** Health limits with which nobody should do this. */
export function strainsOf(need: NeedKey): readonly HealthLimit[] {
	return strains[need] ?? [];
}
