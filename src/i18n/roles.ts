// The names of roles (glossary, section I).
import type { Role } from '#domain/journal/role.ts';
import { m } from './messages/messages.js';

const names: { readonly [role in Role]: () => string } = {
	chair: m.accounts_role_chair,
	secretary: m.accounts_role_secretary,
	delegate: m.accounts_role_delegate,
	member: m.accounts_role_member,
	teller: m.accounts_role_teller,
	substitute: m.accounts_role_substitute,
	usher: m.accounts_role_usher,
	guest: m.accounts_role_guest,
	observer: m.accounts_role_observer,
	personConcerned: m.accounts_role_personConcerned,
	bridgeHead: m.accounts_role_bridgeHead,
	bridgeTechnician: m.accounts_role_bridgeTechnician,
	technician: m.accounts_role_technician,
	hallScreen: m.accounts_role_hallScreen,
	pointScreen: m.accounts_role_pointScreen,
	unitClerk: m.accounts_role_unitClerk,
	recordsClerk: m.accounts_role_recordsClerk,
	archivist: m.accounts_role_archivist,
	overseer: m.accounts_role_overseer,
	inspector: m.accounts_role_inspector,
	unitAdmin: m.accounts_role_unitAdmin,
	systemAdmin: m.accounts_role_systemAdmin,
	apiClient: m.accounts_role_apiClient,
	public: m.accounts_role_public
};

export const roleName = (role: Role): string => names[role]();
