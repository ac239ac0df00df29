/** The chance that χ² with so many degrees of freedom is at least `value`: Q(freedom/2, value/2), the upper incomplete gamma function. */
export function chiSquareTail(value: number, freedom: number): number {
  if (freedom === 0 || value <= 0) return 1;
  const [a, x] = [freedom / 2, value / 2];
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x >= a + 1) return front * continuedFraction(a, x);
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * 1e-16; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return 1 - front * sum;
}

/** Lentz's way through the continued fraction of Γ(a, x). */
function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let result = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    result *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return result;
}

/** Stirling's series, moved up to where it is exact enough. */
function logGamma(x: number): number {
  if (x < 12) return logGamma(x + 1) - Math.log(x);
  const square = 1 / (x * x);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series;
}

/** The chance that a standard normal deviation is at least `z` on either side. */
export function normalTail(z: number): number {
  return chiSquareTail(z * z, 1);
}
