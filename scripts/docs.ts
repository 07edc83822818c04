// The pages of docs that are printed from the code: settings, permissions, commands. A test compares them.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { policy, type Permission } from '../src/domain/access/policy.ts';
import type { Right } from '../src/domain/access/rule.ts';
import { roles, type Role } from '../src/domain/journal/role.ts';
import type { PersonId, SeatId } from '../src/domain/journal/ids.ts';
import { variables } from '../src/env.ts';
import { tender, tenderPage } from './tender.ts';

const root = path.join(import.meta.dirname, '..');
const printedBy = 'Printed by `npm run docs`; not to be edited.';

/** Every printed page by its path. */
export async function printedDocs(): Promise<Record<string, string>> {
	return {
		'docs/settings.md': settingsPage(),
		'docs/permissions.md': permissionsPage(),
		'docs/commands.md': commandsPage(await commandsOfServer()),
		'docs/tender.json': tenderPage(tender())
	};
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function settingsPage() {
	const rows = Object.entries(variables).map(([name, { schema, description }]) => {
		const { value } = schema['~standard'].validate(undefined) as { value: unknown };
		const usual = value === undefined || String(value) === '' ? '–' : `\`${String(value)}\``;
		return [`\`${name}\``, usual, description];
	});
	return `# Settings

${printedBy} All are variables of the environment, and all are optional.

${table(['name', 'unless set', 'what it is'], rows)}

## In containers

\`infra/compose.yaml\` runs these; a test compares them with what is written here.

${table(['part', 'image', 'ports'], containers)}
`;
}

/** What infra runs. */
const containers = [
	['product', '`node:24-bookworm-slim`', '3000, seen by the proxy alone'],
	['database', '`postgres:18`', '5432, seen by the product alone'],
	[
		'livekit',
		'`livekit/livekit-server:v1.13.5`',
		'7881 (TCP) and 7882 (UDP) for media; 7880, seen by the product alone'
	],
	['proxy', '`nginx:1.28`', '443 and 80']
];

type By = { readonly roles: readonly Role[]; readonly seat: SeatId | null };
const allows = ({ rule }: Right, { roles, seat }: By) =>
	rule({ person: 'printed' as PersonId, seat, roles, steppedUp: null });

/** Whom a right lets through, found by asking its rule with each role alone, with a seat and without. */
function whoMay(right: Right): string {
	const seat = 'printed' as SeatId;
	const standing = roles.filter((role) => allows(right, { roles: [role], seat: null }));
	const seated = roles.filter((role) => allows(right, { roles: [role], seat }));
	const shut = roles.filter((role) => !standing.includes(role));
	if (shut.length === 0) return 'anybody';
	if (standing.length === 0 && seated.length === roles.length) return 'whoever has a seat';
	if (standing.length === 0) return `${seated.join(', ')}, with a seat`;
	return shut.length < standing.length ? `all but ${shut.join(', ')}` : standing.join(', ');
}

const stepUps = { perSitting: 'once per sitting and device', eachTime: 'each time' };

function permissionsPage() {
	const rows = Object.entries<Right>(policy).map(([name, right]) => [
		`\`${name}\``,
		whoMay(right),
		right.stepUp ? stepUps[right.stepUp] : '–',
		right.twoPersons ? 'two' : '–'
	]);
	return `# Permissions

${printedBy} Roles are those of the glossary, section I; a person has one or several, and rights add up.

${table(['permission', 'who', 'step-up', 'persons'], rows)}
`;
}

export type Command = {
	/** Its name in the code. */
	readonly identifier: string;
	readonly name: string;
	readonly needs: Permission;
	readonly kind: 'live' | 'desk' | 'query' | 'entry';
	readonly file: string;
};

/** Everything by which the server is asked or told something, with what it needs. */
export async function commandsOfServer(): Promise<Command[]> {
	const files = fs
		.globSync('src/server/*/**/*.ts', { cwd: root })
		.filter((file) => !file.startsWith('src/server/platform/'))
		.toSorted();
	const found: Command[] = [];
	for (const file of files) {
		const source = fs.readFileSync(path.join(root, file), 'utf8');
		if (!/= (liveCommand|deskCommand|query)\(|: Entry</.test(source)) continue;
		const exported: Record<string, unknown> = await import(pathToFileURL(path.join(root, file)).href);
		for (const [identifier, value] of Object.entries(exported))
			if (isCommand(value))
				found.push({
					identifier,
					name: value.name,
					needs: value.needs,
					kind: kindOf(source, identifier),
					file
				});
	}
	return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isCommand(value: unknown): value is { name: string; needs: Permission } {
	return typeof value === 'object' && value !== null && 'name' in value && 'needs' in value;
}

function kindOf(source: string, identifier: string): Command['kind'] {
	const made = new RegExp(`export const ${identifier}\\b[^=]*= (liveCommand|deskCommand|query)\\(`).exec(
		source
	)?.[1];
	if (made === 'liveCommand') return 'live';
	if (made === 'deskCommand') return 'desk';
	return made === 'query' ? 'query' : 'entry';
}

const kinds = {
	live: 'changes a running meeting, by the journal',
	desk: 'changes tables, with a line in the audit log',
	entry: 'in, out and a step up: before anybody is known',
	query: 'reads'
};

function commandsPage(commands: readonly Command[]) {
	const parts = Object.entries(kinds).map(([kind, what]) => {
		const rows = commands
			.filter((command) => command.kind === kind)
			.map(({ name, needs, file }) => [`\`${name}\``, `\`${needs}\``, `\`${file}\``]);
		return `## ${kind}: ${what}\n\n${table(['name', 'needs', 'in'], rows)}\n`;
	});
	return `# Commands and queries\n\n${printedBy}\n\n${parts.join('\n')}`;
}
