import pino from 'pino';

/** One line of JSON per happening. Never a token, a password, a choice or what somebody typed. */
export const log = pino({ level: 'info', base: { pid: process.pid } });
