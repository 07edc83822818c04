/** Every queue of jobs: the migration makes them, for the application's role may not. */
export const queues = ['records.draft', 'followup.take'] as const;
export type Queue = (typeof queues)[number];
