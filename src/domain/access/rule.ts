import type { Role } from '../journal/role.ts';
import type { Actor } from './actor.ts';

export type Rule = (by: Actor) => boolean;
export type Right = {
	readonly rule: Rule;
	readonly stepUp?: 'perSitting' | 'eachTime';
	readonly twoPersons?: true;
};
export const anybody: Rule = () => true;
export const is =
	(...roles: Role[]): Rule =>
	(by) =>
		by.roles.some((role) => roles.includes(role));
export const seated: Rule = (by) => by.seat !== null;
export const not =
	(rule: Rule): Rule =>
	(by) =>
		!rule(by);
export const both =
	(...rules: Rule[]): Rule =>
	(by) =>
		rules.every((rule) => rule(by));
