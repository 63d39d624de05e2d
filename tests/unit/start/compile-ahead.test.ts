import { modulesAhead } from '@/scripts/start/compile-ahead';

const HEAD =
  '(globalThis.TURBOPACK||(globalThis.TURBOPACK=[])).push(["object"==typeof document?document.currentScript:void 0,';

describe('a chunk whose modules are compiled as it comes', () => {
  it('has each module of its list in parentheses, and nothing else', () => {
    const chunk = `${HEAD}7,(e,t)=>{t.a=[1,()=>")]"]},8,9,e=>{let f=function(){};f()},"x",function(e){return[e=>e]}]);`;
    expect(modulesAhead(chunk)).toBe(
      `${HEAD}7,((e,t)=>{t.a=[1,()=>")]"]}),8,9,(e=>{let f=function(){};f()}),"x",(function(e){return[e=>e]})]);`,
    );
  });

  it('stays as it is the second time', () => {
    const once = modulesAhead(`${HEAD}7,(e,t)=>{t.a=1}]);`);
    expect(modulesAhead(once)).toBe(once);
  });

  it.each([
    ['a runtime', '!function(){var t=[()=>1];t[0]()}();'],
    ['another list', 'self.queue.unshift([1,()=>2]);'],
    ['a push of no list', 'self.queue.push(()=>2);'],
    ['nothing', ''],
  ])('leaves %s alone', (_what, code) => {
    expect(modulesAhead(code)).toBe(code);
  });

  it('does the same as before', () => {
    const run = (code: string) => {
      const lists: unknown[][] = [];
      new Function('globalThis', 'document', code)(
        { TURBOPACK: { push: (list: unknown[]) => lists.push(list) } },
        undefined,
      );
      return lists.map((list) =>
        list.map((entry) => (typeof entry === 'function' ? entry({}, { n: 3 }) : entry)),
      );
    };
    const chunk = `${HEAD}7,(e,t)=>t.n*2,8,9,function(e,t){return t.n+1}]);`;
    expect(run(chunk)).toEqual([[undefined, 7, 6, 8, 9, 4]]);
    expect(run(modulesAhead(chunk))).toEqual(run(chunk));
  });
});
