// Makes the demo up to a scene and keeps the sign-ins of its people in the data folder. Nothing of its set clock outlives
// this process.
import { parseArgs } from 'node:util';
import { settings } from '../src/env.ts';
import { makeDemo } from '../tests/support/demo/make.ts';
import { keepDemoAccounts } from './demo-accounts.ts';
import { isScene } from './demo-scene.ts';

const { values } = parseArgs({ options: { scene: { type: 'string', default: 'called' } } });
if (!isScene(values.scene)) throw new Error(`no scene ${values.scene}`);
const { accounts } = await makeDemo(values.scene);
keepDemoAccounts(settings().NGHISU_DATA, accounts);
process.exit(0);
