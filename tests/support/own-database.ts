// Import this first in a test that needs a database to itself, such as one of an empty installation: from here on the
// file's own is the one that `db.ts` connects to.
import { fresh } from '../../scripts/migrate.ts';

const server = process.env.DATABASE_OWNER_URL;
if (!server) throw new Error('the global setup names the server of the test run');
const { application, owner } = await fresh(server, `nghisu_own_${process.pid}_${Date.now()}`);
process.env.DATABASE_URL = application;
process.env.DATABASE_OWNER_URL = owner;
