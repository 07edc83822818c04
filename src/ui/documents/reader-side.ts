/** What lies beside the pages. */
export type Side = 'pages' | 'outline';
