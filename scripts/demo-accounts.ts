// The sign-ins of the demo with their passwords: made with it, kept in the data folder, readable to its owner alone.
import fs from 'node:fs';
import path from 'node:path';

export type DemoAccount = {
	readonly signIn: string;
	readonly name: string;
	readonly role: string;
	readonly password: string;
	/** Whether the starter and the sign-in page name it. */
	readonly shown: boolean;
};
const at = (dataFolder: string) => path.join(dataFolder, 'demo-accounts.json');

export function keepDemoAccounts(dataFolder: string, accounts: readonly DemoAccount[]): void {
	fs.writeFileSync(at(dataFolder), JSON.stringify(accounts, null, '\t'), { mode: 0o600 });
}

/** None where there is no demo in this folder. */
export function demoAccounts(dataFolder: string): readonly DemoAccount[] {
	return fs.existsSync(at(dataFolder)) ? JSON.parse(fs.readFileSync(at(dataFolder), 'utf8')) : [];
}
