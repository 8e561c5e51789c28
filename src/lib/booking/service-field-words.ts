import { m } from '#lib/paraglide/messages.js';
import { fieldErrors } from '#lib/ui/field-errors.ts';
import type { FieldError } from '#lib/ui/ui.ts';
import type { ServiceField } from './service-changes.ts';

const names: Record<ServiceField, () => string> = {
	group: m.services_field_group,
	name: m.services_field_name,
	nameEn: m.services_field_name_en,
	purpose: m.services_field_purpose,
	purposeEn: m.services_field_purpose_en,
	icon: m.services_field_icon,
	minutes: m.services_field_minutes,
	walkIn: m.services_field_walk_in,
	cutOff: m.services_field_cut_off,
	daysAhead: m.services_field_days_ahead,
	places: m.services_field_places,
	officers: m.services_field_officers,
	documents: m.services_field_documents
};

/** What a field of a service is called. */
export function serviceFieldName(field: ServiceField): string {
	return names[field]();
}

function isField(name: string): name is ServiceField {
	return name in names;
}

/** What is wrong with the form of a service, each with the name of its field, since many may lack the same. */
export function serviceErrors(sent: { errors: object } | null | undefined): FieldError[] {
	return fieldErrors(sent).map(({ field, message }) => {
		const named = field === 'docName' ? 'documents' : field;
		if (!isField(named)) return { field, message };
		return { field, message: m.services_field_error({ field: serviceFieldName(named), message }) };
	});
}
