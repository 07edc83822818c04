// Makes the demo on an empty installation. All scenes begin with the people.
import { makePeople, type DemoAccount } from './people.ts';

export async function makeDemo(): Promise<{ accounts: readonly DemoAccount[] }> {
	return { accounts: await makePeople() };
}
