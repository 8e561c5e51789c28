import { inCommon } from '#lib/db/client.server.ts';
import { env } from '#lib/shared/env.server.ts';
import { AppError } from '#lib/shared/errors.ts';
import { newId } from '#lib/shared/ids.ts';
import { aliyun } from './aliyun.server.ts';
import { addShownMessage } from './queries.server.ts';

/** A text message to one phone. */
export interface TextMessage {
	/** What it belongs to, e.g. a sign-in attempt. */
	reference: string;
	to: string;
	template: 'sign_in_code';
	params: { code: string };
}

/** Something that carries text messages. */
export interface TextMessages {
	/** @throws AppError `not_possible_now` / `text_messages` when it cannot be sent, `phone_abroad` where it never can */
	send(message: TextMessage, now: Date): Promise<void>;
}

/** Keeps messages so that the app can show them; only in a demo world. */
const shown: TextMessages = {
	send: ({ reference, template, params }, now) =>
		inCommon((scope) => addShownMessage(scope, { id: newId(), reference, template, params, createdAt: now }))
};

const none: TextMessages = {
	send: () => Promise.reject(new AppError('not_possible_now', 'text_messages'))
};

/** The carrier of this installation: shown in a demo, else the provider that is set up. */
export function textMessages(isDemo: boolean): TextMessages {
	if (isDemo) return shown;
	return env.sms ? aliyun(env.sms) : none;
}
