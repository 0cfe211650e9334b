import { htmlToText } from '../../src/graph/html-to-text';

describe('htmlToText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['<div>One<br/>Two<BR>Three</div>', 'One\nTwo\nThree'],
    ['<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>', 'One\nTwo'],
    ['a\n  b\tc&nbsp;&nbsp;d', 'a b c d'],
    [
      'Tom &amp; Ann &lt;b&gt; &quot;x&quot; &#39;y&#x27; &eacute;&uuml;&copy;&hellip;',
      `Tom & Ann <b> "x" 'y' éü©…`,
    ],
    ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
    ['&#0; &#xD800; &#x110000; &nosuch; &#x1F393;', '\ufffd \ufffd \ufffd &nosuch; 🎓'],
    ['<style>p{}</style><script>alert(1)</script >ok<!-- hidden -->', 'ok'],
    ['<script>alert(1)', ''],
    ['<a href="javascript:alert(1)">click</a><img src=x onerror=alert(1)>', 'click'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['cut <b off', 'cut'],
    ['', ''],
  ])('reduces %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each(['<script>', '<!--', '<', '&#', '<div ', '\n \n'])(
    'is quick with a hundred thousand of %j',
    (part) => {
      const startedAt = performance.now();

      htmlToText(part.repeat(100_000));

      expect(performance.now() - startedAt).toBeLessThan(500);
    },
  );
});
