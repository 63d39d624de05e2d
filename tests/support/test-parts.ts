/** What tests/support/parts.ts has started. */
export interface TestParts {
  /** of the maintenance database */
  databaseUrl: string;
  storage: {
    endpoint: string;
    region: string;
    bucket: string;
    accessKeyId: string;
    secretAccessKey: string;
    publicUrl: string;
  };
}

/** Migrated database with the reference data, which each test file copies. */
export const TEMPLATE = 'template_egodaeyeo';

export function testParts(): TestParts {
  const text = process.env.TEST_PARTS;
  if (!text) throw new Error('The parts are not running: tests/support/global-setup.mjs starts them.');
  return JSON.parse(text);
}
