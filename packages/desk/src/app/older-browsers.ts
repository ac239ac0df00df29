/** What Chromium 78 (360, 奇安信, UOS, Kylin) does not have and our libraries use. Loaded before everything else. */
function at<T>(this: ArrayLike<T>, place: number): T | undefined {
  return this[place < 0 ? this.length + place : place];
}

function define(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

define(Array.prototype, 'at', at);
define(String.prototype, 'at', at);
define(String.prototype, 'replaceAll', function (this: string, from: string | RegExp, to: string) {
  return typeof from === 'string' ? this.split(from).join(to) : this.replace(from, to);
});
define(Object, 'hasOwn', (owner: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, key));
define(Array.prototype, 'toSorted', function <T>(this: T[], compare?: (a: T, b: T) => number) {
  return [...this].sort(compare);
});
define(Array.prototype, 'toReversed', function <T>(this: T[]) {
  return [...this].reverse();
});
