/** Key of the row that tells that the demo data are in. */
export const DEMO_MARKER = 'demo-data';
