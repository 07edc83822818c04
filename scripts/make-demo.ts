// Makes the demo up to a scene and keeps the sign-ins of its people in the data folder. Nothing of its set clock outlives
// this process.
import { parseArgs } from 'node:util';
import { keepDemoAccounts, type DemoAccount } from './demo-accounts.ts';

type Demo = { makeDemo(scene: string): Promise<{ accounts: readonly DemoAccount[] }> };
const { values } = parseArgs({ options: { scene: { type: 'string', default: 'called' } } });
const { makeDemo }: Demo = await import(new URL('../tests/support/demo/make.ts', import.meta.url).href);
const { accounts } = await makeDemo(values.scene);
keepDemoAccounts(process.env.NGHISU_DATA ?? 'data', accounts);
process.exit(0);
