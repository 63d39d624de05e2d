import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { STORE, startTestStore, type TestStore } from '../../support/object-store';

const PYTHON = '/usr/bin/python3';
const run = promisify(execFile);

let store: TestStore;
beforeAll(async () => {
  await run(PYTHON, ['-c', 'import boto3']).catch(() => {
    throw new Error(`This test needs ${PYTHON} with boto3: apt-get install python3-boto3`);
  });
  store = await startTestStore();
});
afterAll(() => store?.stop());

it("Debian's boto3 finds an S3 that does what it asks and refuses what a policy forbids", async () => {
  const { region, bucket, accessKeyId, secretAccessKey } = STORE;
  const script = ['tests/support/boto3_client.py', store.url, region, bucket, accessKeyId, secretAccessKey];
  const { stdout } = await run(PYTHON, script);
  expect(JSON.parse(stdout)).toEqual({
    location: STORE.region,
    bodies: [true, true, true, true, true],
    head: [4, 'text/plain', { of: 'boto3' }],
    range: 'y/',
    listed: true,
    folders: ['py/../', 'py/a/'],
    presigned: 200,
    presigned_changed: [403, 'SignatureDoesNotMatch'],
    presigned_put: 200,
    post: 201,
    posted: '12345',
    post_refused: [
      [400, 'EntityTooSmall'],
      [400, 'EntityTooLarge'],
      [403, 'AccessDenied'],
      [403, 'AccessDenied'],
      [403, 'AccessDenied'],
      [403, 'SignatureDoesNotMatch'],
    ],
    wrong_secret: 'SignatureDoesNotMatch',
    missing: 'NoSuchKey',
    other_bucket: 'NoSuchBucket',
    removed: [5, []],
    left: ['py/posted/p.jpg', 'py/put'],
  });
  expect(store.faults).toEqual([]);
});
