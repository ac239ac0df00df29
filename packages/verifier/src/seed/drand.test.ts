import { describe, expect, test } from 'vitest';
import { drandChainOf, drandChains, drandRoundAt, drandRoundTime, isDrandSignature } from './drand.ts';

const [quicknet] = drandChains;
if (quicknet === undefined) throw new Error('no chain is listed');
const shortScheme = 'bls-unchained-g1-rfc9380';

// Rounds that the public chains have emitted; 38 and 19369534 stand in the tests of the reference implementation.
const quicknetRounds = [
  [1000, 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39'],
  [1001, 'b33bf3667cbd5a82de3a24b4e0e9fe5513cc1a0e840368c6e31f5fcfa79bea03f73896b25883abf2853d10337fb8fa41'],
  [1002, 'ab066f9c12dd6de1336fca0f925192fb0c72a771c3e4c82ede1fd362c1a770f9eb05843c6308ce2530b53a99c0281a6e'],
  [657413, 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b'],
] as const;
const walkthrough = {
  scheme: shortScheme,
  key: '81d320f220ee9c79e60e19dedc838c31e3ab919b15481e9feb52f643628c4f6a13fdc52129493875a818109d767272ca0541cbcdcea9335f2870d781b39b845ba8cbd44fdfe4967781cf72ca5917fc9398bcf97ca0548ed5a709016c4b1ff0f3',
  round: 38,
  signature: '95c93585c513ebbcb4777ff15599b3140e5ec0295faa0e483f3deadd88fa6d43f0d3703e3a4ce106e8fd6c6987f32126',
};
const olderScheme = {
  scheme: 'pedersen-bls-unchained',
  key: '8200fc249deb0148eb918d6e213980c5d01acd7fc251900d9260136da3b54836ce125172399ddc69c4e3e11429b62c11',
  round: 19369534,
  signature:
    'a33833d2098f5e0c4df334fb6c5b1c2de3ab293c77825f55d816254dabf7f4f3d429b6207e1cd2a808876e06058a1f8102bb6f6927b654b391259ea99c3566a4eb55feb9665dbaf9d33af08a10b1d8d8b35d91fd3536eb4c197be0041beb5dc2',
};
const isSigned = (one: typeof walkthrough) => isDrandSignature(one.scheme, one.key, one.round, one.signature);

describe('drand rounds are verified offline (§5)', () => {
  test.each(quicknetRounds)('round %i of quicknet', (round, signature) => {
    expect(isDrandSignature(quicknet.scheme, quicknet.key, round, signature)).toBe(true);
  });

  test('both unchained schemes: signatures in G1 with keys in G2, and the older one the other way round', () => {
    expect(isSigned(walkthrough)).toBe(true);
    expect(isSigned(olderScheme)).toBe(true);
  });

  test.each([walkthrough, olderScheme])('$scheme: another round, key, scheme or signature is refused', (good) => {
    expect(isSigned({ ...good, round: good.round + 1 })).toBe(false);
    const other = good === walkthrough ? olderScheme : walkthrough;
    expect(isSigned({ ...good, key: other.key })).toBe(false);
    expect(isSigned({ ...good, scheme: other.scheme })).toBe(false);
    expect(isSigned({ ...good, signature: other.signature })).toBe(false);
    expect(isSigned({ ...good, scheme: 'pedersen-bls-chained' })).toBeUndefined();
  });

  test('what is no point of the group is no signature, and nothing throws', () => {
    const infinity = `c${'0'.repeat(95)}`;
    for (const signature of ['', 'ab', '0'.repeat(96), 'f'.repeat(96), infinity, 'zz'.repeat(48)]) {
      expect(isSigned({ ...walkthrough, signature })).toBe(false);
      expect(isSigned({ ...walkthrough, key: `${signature}${signature}` })).toBe(false);
    }
  });

  test('one changed hex digit anywhere breaks it', () => {
    for (let at = 0; at < 96; at += 19) {
      const digit = walkthrough.signature.charAt(at) === '7' ? '6' : '7';
      const signature = `${walkthrough.signature.slice(0, at)}${digit}${walkthrough.signature.slice(at + 1)}`;
      expect(isSigned({ ...walkthrough, signature })).toBe(false);
    }
  });
});

describe('rounds and time', () => {
  test('a round is emitted at genesis + (round − 1)·period', () => {
    expect(drandRoundTime(quicknet, 1)).toBe(1692803367);
    expect(new Date(drandRoundTime(quicknet, 1000) * 1000).toISOString()).toBe('2023-08-23T15:59:24.000Z');
  });

  test('the round at a moment is the first that is emitted then or later', () => {
    expect(drandRoundAt(quicknet, 0)).toBe(1);
    for (let seconds = 1692803367; seconds < 1692803367 + 30; seconds++) {
      const round = drandRoundAt(quicknet, seconds);
      expect(drandRoundTime(quicknet, round)).toBeGreaterThanOrEqual(seconds);
      expect(round === 1 || drandRoundTime(quicknet, round - 1) < seconds).toBe(true);
    }
  });

  test('only listed chains are known', () => {
    expect(drandChainOf(quicknet.chain)?.name).toBe('quicknet');
    expect(drandChainOf('c'.repeat(64))).toBeUndefined();
  });
});
