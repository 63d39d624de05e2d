import { toScriptJson } from '@/components/items/item-json-ld';

describe('data inside a script element', () => {
  it('cannot end the element, whatever somebody wrote into their item', () => {
    const text = '</script><script>alert(1)</script><!-- &amp; \u2028';
    const json = toScriptJson({ name: text });
    expect(json).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(json)).toEqual({ name: text });
  });
});
