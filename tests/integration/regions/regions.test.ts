import { findRegion } from '@/lib/features/regions/server/find-region';
import { listProvinces } from '@/lib/features/regions/server/list-provinces';
import { countStatements } from '@/tests/support/count-statements';
import { useTestEnv } from '@/tests/support/test-env';

describe('districts', () => {
  const env = useTestEnv();

  it('are read once a process, also when many ask at once', async () => {
    const ctx = env.ctx();
    const asking = () => Promise.all(Array.from({ length: 5 }, () => listProvinces(ctx)));
    await expect(countStatements(asking)).resolves.toBe(1);
    await expect(countStatements(() => listProvinces(ctx))).resolves.toBe(0);
  });

  it('stand below their 시/도', async () => {
    const provinces = await listProvinces(env.ctx());
    const seoul = provinces.find(({ code }) => code === '11');
    expect(seoul?.regions).toContainEqual({ code: '11680', name: '강남구', nameEn: expect.any(String) });
  });

  it('are found by code, as is a whole 시/도, and nothing else', async () => {
    const ctx = env.ctx();
    await expect(findRegion(ctx, '11680')).resolves.toMatchObject({
      province: { code: '11', shortName: '서울' },
      region: { name: '강남구' },
    });
    await expect(findRegion(ctx, '11')).resolves.toMatchObject({ province: { code: '11' }, region: null });
    for (const code of ['', '1', '99', '11999', '116800', 'x']) {
      await expect(findRegion(ctx, code)).resolves.toBeNull();
    }
  });
});
