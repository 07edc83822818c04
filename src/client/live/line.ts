import type { Instant } from '#lib/time.ts';

/** How the line is: *held* means that something holds the stream back and the page asks instead. */
export type Line = { readonly state: 'connecting' | 'connected' | 'held' | 'lost'; readonly since: Instant };
