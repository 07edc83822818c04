// Benchmarks: figures beside the floor of the same run. `-- --short` in about a minute.
import { buildIfChanged } from './built.ts';
import { runNode } from './child.ts';

const args = process.argv.slice(2).filter((arg) => arg === '--short');
await buildIfChanged();
for (const bench of ['hall', 'first-screen'])
	process.stdout.write(await runNode([`tests/bench/${bench}.ts`, ...args], { quiet: true }));
