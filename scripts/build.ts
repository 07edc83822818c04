// `npm run build`.
import { buildIfChanged } from './built.ts';

await buildIfChanged();
