import { pino } from 'pino';
import { env } from './env.server.ts';

/** JSON logs. Only allow-listed fields are ever passed: ids, codes, paths, durations; never names or phones. */
export const log = pino({
	level: env.logLevel,
	base: undefined,
	timestamp: pino.stdTimeFunctions.isoTime,
	serializers: { err: pino.stdSerializers.err }
});
