// Benchmarks: figures beside the floor of the same run. `-- --short` in some minutes; `-- --papers` only one of them.
import { buildIfChanged } from './built.ts';
import { runNode } from './child.ts';

const benches = ['hall', 'screens', 'papers', 'video'];
const given = process.argv.slice(2);
const short = given.filter((arg) => arg === '--short');
const named = benches.filter((bench) => given.includes(`--${bench}`));
await buildIfChanged();
for (const bench of named.length > 0 ? named : benches)
	process.stdout.write(await runNode([`tests/bench/${bench}.ts`, ...short], { quiet: true }));
