/* Plain words for a browser that cannot run the desk; written in the JavaScript of 2009, because such browsers read it. */
(function () {
  var able = typeof Promise === 'function' && 'allSettled' in Promise && 'noModule' in document.createElement('script');
  if (able) return;
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('desk').innerHTML =
      '<p style="margin:3em auto;width:36em;line-height:1.8">这个浏览器版本太旧，打不开办公端。' +
      '请换用360安全浏览器13以上、奇安信可信浏览器、统信或麒麟系统自带的浏览器、Chrome 78以上、Edge 79以上，再打开本页。' +
      '公示门户不受影响。</p>';
  });
})();
